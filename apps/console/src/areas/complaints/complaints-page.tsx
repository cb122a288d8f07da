import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { LinkButton } from '../../parts/link-button.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { SavedViews } from '../../parts/saved-views.js';
import { SearchBox } from '../../parts/search-box.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { stateColour } from './state-colour.js';
import { words } from './words.js';

type ComplaintEntry = Schemas['ComplaintEntryView'];
const outcomes = ['unrouted'] as const;
const states = ['deficient', 'filed', 'withdrawn', 'frozen'] as const;

/** Own complaints, newest first. */
export function ComplaintsPage() {
  const say = words.use();
  const label = useLabel();
  const [filters, change] = useFilters(['state', 'outcome', 'q']);
  const asked = {
    ...given('state', oneOf(states, filters.state)),
    ...given('outcome', oneOf(outcomes, filters.outcome)),
    ...given('clientRef', filters.q),
  };
  const pages = usePages<ComplaintEntry>(['complaints', asked], (after) =>
    taken(api.GET('/v1/complaints', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  const toFile = (
    <LinkButton type="primary" to="/file">
      {say('file')}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        {toFile}
      </PageHead>
      <FilterBar label={say('filters')}>
        <SearchBox
          label={say('ownNumber')}
          placeholder={say('ownNumberHint')}
          value={filters.q ?? ''}
          change={(q) => change({ q })}
        />
        <FilterChoice
          label={say('state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: label('complaintStates', value) }))}
          change={(state) => change({ state })}
        />
        <FilterChoice
          label={say('outcomeFilter')}
          value={asked.outcome}
          options={outcomes.map((value) => ({ value, label: say(`outcomeFilters.${value}`) }))}
          change={(outcome) => change({ outcome })}
        />
        <SavedViews storageKey="complaints" />
      </FilterBar>
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/complaints', asked)}
        columns={useColumns()}
        nothing={
          Object.keys(asked).length > 0 ? (
            <Nothing why={say('nothingFound')}>
              <Button onClick={() => change({ state: undefined, outcome: undefined, q: undefined })}>
                {say('clear')}
              </Button>
            </Nothing>
          ) : (
            <Nothing why={say('nothing')}>{toFile}</Nothing>
          )
        }
      />
    </>
  );
}

function useColumns(): ReadonlyArray<Column<ComplaintEntry>> {
  const say = words.use();
  const label = useLabel();
  return [
    {
      key: 'complaint',
      title: say('columns.complaint'),
      show: ({ id, number, title, ground }) => (
        <>
          <Link to={`/complaints/${id}`}>{number}</Link> <small className="quiet">{label('grounds', ground)}</small>
          <div className="clipped" title={title}>
            {title}
          </div>
        </>
      ),
    },
    {
      key: 'ownNumber',
      title: say('columns.ownNumber'),
      width: '16%',
      show: ({ clientRef }) => clientRef ?? say('none'),
    },
    {
      key: 'state',
      title: say('columns.state'),
      width: '110px',
      show: ({ state }) => <Tag color={stateColour(state)}>{label('complaintStates', state)}</Tag>,
    },
    { key: 'targets', title: say('columns.targets'), width: '80px', align: 'end', show: ({ targets }) => targets },
    { key: 'notices', title: say('columns.notices'), width: '80px', align: 'end', show: ({ notices }) => notices },
    {
      key: 'receivedAt',
      title: say('columns.receivedAt'),
      width: '190px',
      show: ({ receivedAt }) => moment(receivedAt),
    },
  ];
}
