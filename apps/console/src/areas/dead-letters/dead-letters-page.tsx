import { Button, Segmented } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useFilters } from '../../parts/use-filters.js';
import { useToast } from '../../shell/toast.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

type DeadLetter = Schemas['DeadLetterView'];
const kinds = ['webhook', 'letter', 'job'] as const;

export function DeadLettersPage() {
  const say = words.use();
  const label = useLabel();
  const [{ kind }, change] = useFilters(['kind']);
  const pages = usePages<DeadLetter>(['dead-letters', kind], (after) =>
    taken(api.GET('/v1/dead-letters', { params: { query: { after, kind: kind as DeadLetter['kind'] } } })),
  );
  return (
    <>
      <PageHead title={say('menu')} note={say('note')}>
        <Segmented
          aria-label={say('kind')}
          value={kind ?? ''}
          onChange={(value) => change({ kind: value })}
          options={[
            { value: '', label: say('all') },
            ...kinds.map((value) => ({ value, label: label('deadLetterKinds', value) })),
          ]}
        />
      </PageHead>
      <EntryTable
        label={say('menu')}
        pages={pages}
        file={fileOf('/v1/dead-letters', { kind })}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'kind',
            title: say('kind'),
            width: '110px',
            show: (letter) => label('deadLetterKinds', letter.kind),
          },
          {
            key: 'about',
            title: say('about'),
            show: ({ about }) => {
              const word = label('events', about);
              return word === about ? <code>{about}</code> : word;
            },
          },
          {
            key: 'organization',
            title: say('organization'),
            show: ({ organization }) => organization?.name ?? <span className="quiet">{say('installation')}</span>,
          },
          { key: 'error', title: say('lastError'), width: '28%', show: ({ lastError }) => lastError ?? '—' },
          { key: 'attempts', title: say('attempts'), width: '64px', align: 'end', show: ({ attempts }) => attempts },
          { key: 'failed', title: say('failedAt'), width: '168px', show: ({ failedAt }) => moment(failedAt) },
          { key: 'acts', title: say('acts'), width: '112px', show: (letter) => <Retry letter={letter} /> },
        ]}
      />
    </>
  );
}

function Retry({ letter: { kind, id, about } }: { letter: DeadLetter }) {
  const say = words.use();
  const toast = useToast();
  const retry = useAct(
    (_input: object, headers) =>
      taken(api.POST('/v1/dead-letters/{kind}/{id}/retry', { params: { path: { kind, id } }, headers })),
    ({ state }) => {
      void toast.success(say(state));
      void queries.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  );
  return (
    <>
      <Button
        size="small"
        aria-label={say('retryNamed', { about })}
        loading={retry.isRunning}
        onClick={() => (retry.isUnsure ? retry.again() : retry.do({}))}
      >
        {say('retry')}
      </Button>
      {retry.failure && <ProblemNote failure={retry.failure} ofAct />}
    </>
  );
}
