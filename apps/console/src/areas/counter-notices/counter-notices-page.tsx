import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { api, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { LinkButton } from '../../parts/link-button.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { TargetLink } from '../../parts/target-link.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { itemColour } from '../notices/item-colour.js';
import { counterColour } from './counter-colour.js';
import type { CounterNotice } from './use-counter-notice.js';
import { words } from './words.js';

const states = ['received', 'invalid', 'forwarded', 'rejected', 'decided', 'closed'] as const;

/** 反通知箱 of a complainant, outbox of a platform: newest first. */
export function CounterNoticesPage() {
  const say = words.use();
  const label = useLabel();
  const isPlatform = useSignedIn().organization.kind === 'platform';
  const [filters, change] = useFilters(['state']);
  const asked = given('state', oneOf(states, filters.state));
  const pages = usePages<CounterNotice>(['counter-notices', 'list', asked], (after) =>
    taken(api.GET('/v1/counter-notices', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  return (
    <>
      <PageHead
        title={say(isPlatform ? 'titleOfPlatform' : 'title')}
        note={say(isPlatform ? 'noteOfPlatform' : 'note')}
      />
      <FilterBar label={say('filters')}>
        <FilterChoice
          label={say('state')}
          value={asked.state}
          // what was not forwarded is not the complainant's to see
          options={states
            .filter((state) => isPlatform || (state !== 'received' && state !== 'invalid'))
            .map((value) => ({ value, label: label('counterNoticeStates', value) }))}
          change={(state) => change({ state })}
        />
      </FilterBar>
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/counter-notices', asked)}
        columns={useColumns()}
        nothing={
          asked.state ? (
            <Nothing why={say('nothingFound')}>
              <Button onClick={() => change({ state: undefined })}>{say('clear')}</Button>
            </Nothing>
          ) : (
            <Nothing why={say(isPlatform ? 'nothingOfPlatform' : 'nothing')}>
              {isPlatform && <LinkButton to="/inbox">{say('toInbox')}</LinkButton>}
            </Nothing>
          )
        }
      />
    </>
  );
}

function useColumns(): ReadonlyArray<Column<CounterNotice>> {
  const say = words.use();
  const label = useLabel();
  const at = (instant: string | null) => (instant ? moment(instant) : say('none'));
  return [
    {
      key: 'target',
      title: say('columns.target'),
      show: ({ id, title, target, noticeNumber }) => (
        <>
          <Link to={`/counter-notices/${id}`}>{title}</Link> <small className="quiet">{noticeNumber}</small>
          <div>
            <TargetLink text={target} isCopied={false} />
          </div>
        </>
      ),
    },
    { key: 'platform', title: say('columns.platform'), width: '12%', show: ({ platform }) => platform },
    {
      key: 'reason',
      title: say('columns.reason'),
      width: '14%',
      show: ({ reasonCode }) => label('counterReasons', reasonCode),
    },
    {
      key: 'state',
      title: say('columns.state'),
      width: '16%',
      show: ({ state, itemState }) => (
        <>
          <Tag color={counterColour(state)}>{label('counterNoticeStates', state)}</Tag>
          <Tag color={itemColour(itemState)}>{label('itemStates', itemState)}</Tag>
        </>
      ),
    },
    { key: 'receivedAt', title: say('columns.receivedAt'), width: '15%', show: (row) => at(row.receivedAt) },
    { key: 'arrivedAt', title: say('columns.arrivedAt'), width: '15%', show: (row) => at(row.arrivedAt) },
  ];
}
