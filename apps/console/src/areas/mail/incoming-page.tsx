import { Segmented, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useChoices, useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { words } from './incoming-words.js';

export type Mail = Schemas['MailView'];

/** 来信箱: every message that came in, by its header and what came of it; what it says is a page further on. */
export function IncomingPage() {
  const say = words.use();
  const label = useLabel();
  const choices = useChoices();
  const [{ state = 'open', kind }, change] = useFilters(['state', 'kind']);
  const pages = usePages<Mail>(['mail-tray', state, kind], (after) =>
    taken(
      api.GET('/v1/mail/tray', {
        params: { query: { after, state: state as Mail['state'], kind: kind as Mail['kind'] | undefined } },
      }),
    ),
  );
  return (
    <>
      <PageHead title={say('incoming')} note={say('note')}>
        <Segmented
          aria-label={say('state')}
          value={state}
          onChange={(value) => change({ state: value })}
          options={(['open', 'filed'] as const).map((value) => ({ value, label: say(value) }))}
        />
        <Select
          aria-label={say('kind')}
          value={kind ?? ''}
          onChange={(value: string) => change({ kind: value })}
          options={[{ value: '', label: say('allKinds') }, ...choices('inboundMailKinds')]}
          style={{ minWidth: 136 }}
        />
      </PageHead>
      <EntryTable
        label={say('incoming')}
        pages={pages}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'subject',
            title: say('subject'),
            show: ({ id, subject }) => <Link to={`/mail/incoming/${id}`}>{subject || say('noSubject')}</Link>,
          },
          { key: 'from', title: say('from'), width: '24%', show: ({ from }) => from ?? say('noSender') },
          { key: 'kind', title: say('kind'), width: '96px', show: (mail) => label('inboundMailKinds', mail.kind) },
          {
            key: 'finding',
            title: say('finding'),
            width: '144px',
            show: ({ finding }) => label('inboundMailFindings', finding),
          },
          { key: 'notice', title: say('notice'), width: '136px', show: ({ notice }) => notice?.number ?? '—' },
          { key: 'received', title: say('receivedAt'), width: '176px', show: ({ receivedAt }) => moment(receivedAt) },
        ]}
      />
    </>
  );
}
