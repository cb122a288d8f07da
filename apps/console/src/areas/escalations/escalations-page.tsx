import { Button, Segmented, Select, Tag } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import './escalations.css';
import { useRegions } from '../../api/use-regions.js';
import { words } from './words.js';

type Escalation = Schemas['EscalationView'];
const states = ['open', 'claimed', 'dismissed', 'resolved'] as const;
const reasons = ['takedown_overdue', 'restore_overdue'] as const;

/** The regulator's queue: each row says in words why it is here. */
export function EscalationsPage() {
  const say = words.use();
  const label = useLabel();
  const { regionName, regions } = useRegions();
  const [filters, change] = useFilters(['state', 'reason', 'region', 'claimedBy']);
  const pages = usePages<Escalation>(['escalations', filters], (after) =>
    taken(api.GET('/v1/escalations', { params: { query: { ...filters, after } as { state?: Escalation['state'] } } })),
  );
  const isFiltered = Object.keys(filters).length > 0;
  const clear = { state: undefined, reason: undefined, region: undefined, claimedBy: undefined };
  return (
    <>
      <PageHead title={say('menu')} note={say('note')} />
      <div className="filters" role="search">
        <Segmented
          aria-label={say('holder')}
          value={filters.claimedBy ?? ''}
          onChange={(claimedBy) => change({ claimedBy })}
          options={[
            { value: '', label: say('everybody') },
            { value: 'me', label: say('mine') },
          ]}
        />
        <Select
          aria-label={say('state')}
          value={filters.state ?? ''}
          onChange={(state) => change({ state })}
          options={[
            { value: '', label: say('unfinished') },
            ...states.map((value) => ({ value, label: label('escalationStates', value) })),
          ]}
        />
        <Select
          aria-label={say('reason')}
          value={filters.reason ?? ''}
          onChange={(reason) => change({ reason })}
          options={[
            { value: '', label: say('anyReason') },
            ...reasons.map((value) => ({ value, label: label('escalationReasons', value) })),
          ]}
        />
        <Select
          aria-label={say('region')}
          value={filters.region ?? ''}
          onChange={(region) => change({ region })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: say('anyRegion') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
      <EntryTable
        label={say('menu')}
        pages={pages}
        file={fileOf('/v1/escalations', filters)}
        nothing={
          <Nothing why={say(isFiltered ? 'nothingFiltered' : 'nothing')}>
            {isFiltered && <Button onClick={() => change(clear)}>{say('clear')}</Button>}
          </Nothing>
        }
        columns={[
          {
            key: 'why',
            title: say('why'),
            show: ({ id, reasons: why, openedAt }) => (
              <>
                <Link to={`/escalations/${id}`}>{why.map((reason) => say(`because.${reason}`)).join('；')}</Link>
                <div className="quiet">{say('openedAt', { at: moment(openedAt) })}</div>
              </>
            ),
          },
          {
            key: 'matter',
            title: say('matter'),
            show: ({ subject, platform, regionCode }) => (
              <>
                {platform.name} <span className="quiet">· {regionName(regionCode)}</span>
                <div>
                  <Link to={`/notices/${subject.id}`}>{subject.number}</Link>
                </div>
              </>
            ),
          },
          {
            key: 'clock',
            title: say('clock'),
            width: '30%',
            show: ({ clocks }) => clocks.map((clock) => <Broken key={clock.id} clock={clock} />),
          },
          {
            key: 'severity',
            title: say('severity'),
            width: '104px',
            show: ({ basis, severity }) => (
              <Tag color={severity === 4 ? 'red' : severity === 3 ? 'orange' : undefined}>{label('bases', basis)}</Tag>
            ),
          },
          {
            key: 'holder',
            title: say('holder'),
            width: '120px',
            show: ({ claimedBy, state }) => (
              <>
                {claimedBy?.name ?? <span className="quiet">{say('nobody')}</span>}
                <div className="quiet">{label('escalationStates', state)}</div>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Broken({ clock }: { clock: Escalation['clocks'][number] }) {
  const label = useLabel();
  return (
    <div className="broken-clock">
      <DeadlineChip clock={{ ...clock, basis: clock.basis ?? null, remainingSeconds: null }} compact />
      <div className="quiet">
        {label('rules', clock.rule)}
        {clock.source && ` · ${clock.source.article}`}
      </div>
    </div>
  );
}
