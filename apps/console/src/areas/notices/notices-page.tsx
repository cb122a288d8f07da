import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { api, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
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
import { noticeColour } from './item-colour.js';
import type { NoticeEntry } from './notice-document.js';
import { listWords } from './words-list.js';

const states = ['awaiting_service', 'served', 'acknowledged', 'decided', 'closed'] as const;
const deadlines = ['running', 'due_soon', 'breached', 'own_due_soon'] as const;
const supplements = ['requested', 'answered'] as const;
const sorts = ['due', 'newest'] as const;

/** Every notice that went out for this organization, with the nearest clock of each. */
export function NoticesPage() {
  const say = listWords.use();
  const label = useLabel();
  const [filters, change] = useFilters(['state', 'deadline', 'supplement', 'q', 'sort']);
  const { q } = filters;
  const asked = {
    ...given('state', oneOf(states, filters.state)),
    ...given('deadline', oneOf(deadlines, filters.deadline)),
    ...given('supplement', oneOf(supplements, filters.supplement)),
    ...given('sort', oneOf(sorts, filters.sort)),
    ...given('q', q),
  };
  const pages = usePages<NoticeEntry>(['notices', 'mine', asked], (after) =>
    taken(api.GET('/v1/notices', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  const isFiltered = Object.keys(asked).length > 0;
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        <LinkButton type="primary" to="/file">
          {say('file')}
        </LinkButton>
      </PageHead>
      <FilterBar label={say('filters')}>
        <SearchBox
          label={say('search')}
          placeholder={say('searchHint')}
          value={q ?? ''}
          change={(typed) => change({ q: typed })}
        />
        <FilterChoice
          label={say('state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: label('noticeStates', value) }))}
          change={(state) => change({ state })}
        />
        <FilterChoice
          label={say('deadline')}
          value={asked.deadline}
          options={deadlines.map((value) => ({ value, label: say(`deadlines.${value}`) }))}
          change={(deadline) => change({ deadline })}
        />
        <FilterChoice
          label={say('supplement')}
          value={asked.supplement}
          options={supplements.map((value) => ({ value, label: say(`supplements.${value}`) }))}
          change={(supplement) => change({ supplement })}
        />
        <FilterChoice
          label={say('sort')}
          value={asked.sort}
          options={sorts.map((value) => ({ value, label: say(`sorts.${value}`) }))}
          change={(sort) => change({ sort })}
        />
        <SavedViews storageKey="notices" />
      </FilterBar>
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/notices', asked)}
        columns={useColumns()}
        nothing={
          isFiltered ? (
            <Nothing why={say('nothingFound')}>
              <Button
                onClick={() =>
                  change({
                    state: undefined,
                    deadline: undefined,
                    supplement: undefined,
                    q: undefined,
                    sort: undefined,
                  })
                }
              >
                {say('clear')}
              </Button>
            </Nothing>
          ) : (
            <Nothing why={say('nothing')}>
              <LinkButton type="primary" to="/file">
                {say('file')}
              </LinkButton>
            </Nothing>
          )
        }
      />
    </>
  );
}

function useColumns(): ReadonlyArray<Column<NoticeEntry>> {
  const say = listWords.use();
  const label = useLabel();
  return [
    {
      key: 'notice',
      title: say('columns.notice'),
      show: ({ id, number, title }) => (
        <>
          <Link to={`/notices/${id}`}>{number}</Link>
          <div className="clipped" title={title}>
            {title}
          </div>
        </>
      ),
    },
    { key: 'platform', title: say('columns.platform'), width: '15%', show: ({ platform }) => platform.name },
    {
      key: 'state',
      title: say('columns.state'),
      width: '14%',
      show: ({ state, outcome }) => (
        <>
          <Tag color={noticeColour(state)}>{label('noticeStates', state)}</Tag>
          {outcome && <div>{label('noticeOutcomes', outcome)}</div>}
        </>
      ),
    },
    { key: 'clock', title: say('columns.clock'), width: '24%', show: (notice) => <NearestClock of={notice} /> },
    { key: 'items', title: say('columns.items'), width: '80px', align: 'end', show: ({ itemCount }) => itemCount },
    {
      key: 'servedAt',
      title: say('columns.servedAt'),
      width: '16%',
      show: ({ servedAt }) => (servedAt ? moment(servedAt) : say('none')),
    },
  ];
}

/** The clock that runs out first; whose it is when it is ours. */
function NearestClock({ of: { nextDeadline, ownDeadline } }: { of: NoticeEntry }) {
  const say = listWords.use();
  const label = useLabel();
  if (!nextDeadline) return <>{say('none')}</>;
  const isOurs = ownDeadline?.rule === nextDeadline.rule && ownDeadline.dueAt === nextDeadline.dueAt;
  return (
    <>
      <DeadlineChip clock={{ ...nextDeadline, state: 'running' }} compact />
      <div className="quiet">
        <small>
          {label('rules', nextDeadline.rule)} · {say(isOurs ? 'mine' : 'theirs')}
        </small>
      </div>
    </>
  );
}
