import { Select } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useChoices, useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { ServiceActs } from './service-acts.js';
import { words } from './words.js';

export type MailService = Schemas['MailServiceView'];

/** Every sending of a notice to a published address: what was accepted, and what needs another address. */
export function OutgoingPage() {
  const say = words.use();
  const label = useLabel();
  const choices = useChoices();
  const [{ state }, change] = useFilters(['state']);
  const pages = usePages<MailService>(['mail-services', state], (after) =>
    taken(api.GET('/v1/mail/services', { params: { query: { after, state: state as MailService['state'] } } })),
  );
  return (
    <>
      <PageHead title={say('outgoing')} note={say('outgoingNote')}>
        <Select
          aria-label={say('state')}
          value={state ?? ''}
          onChange={(value: string) => change({ state: value })}
          options={[{ value: '', label: say('all') }, ...choices('mailServiceStates')]}
          style={{ minWidth: 136 }}
        />
      </PageHead>
      <EntryTable
        label={say('outgoing')}
        pages={pages}
        file={fileOf('/v1/mail/services', { state })}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          { key: 'notice', title: say('notice'), width: '136px', show: ({ noticeNumber }) => noticeNumber },
          { key: 'platform', title: say('platform'), show: ({ platform }) => platform.name },
          { key: 'address', title: say('address'), width: '22%', show: (service) => <Address service={service} /> },
          {
            key: 'state',
            title: say('state'),
            width: '96px',
            show: ({ state: value }) => label('mailServiceStates', value),
          },
          { key: 'attempts', title: say('attempts'), width: '64px', align: 'end', show: ({ attempts }) => attempts },
          { key: 'error', title: say('lastError'), width: '20%', show: ({ lastError }) => lastError ?? '—' },
          { key: 'sent', title: say('sentAt'), width: '152px', show: (service) => <Times service={service} /> },
          { key: 'acts', title: say('acts'), width: '112px', show: (service) => <ServiceActs service={service} /> },
        ]}
      />
    </>
  );
}

function Address({ service: { address, addressOnFile } }: { service: MailService }) {
  const say = words.use();
  return (
    <>
      {address}
      {addressOnFile !== address && (
        <div className="quiet">{addressOnFile ? say('addressNow', { address: addressOnFile }) : say('noAddress')}</div>
      )}
    </>
  );
}

function Times({ service: { createdAt, endedAt, nextAttemptAt } }: { service: MailService }) {
  const say = words.use();
  return (
    <>
      {moment(endedAt ?? createdAt)}
      {nextAttemptAt && <div className="quiet">{say('next', { at: moment(nextAttemptAt) })}</div>}
    </>
  );
}
