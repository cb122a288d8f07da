import { Button } from 'antd';
import { useEffect } from 'react';
import { api, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { DeliveryState } from './delivery-state.js';
import { useEventOptions } from './endpoint-fields.js';
import { isSoon } from './is-soon.js';
import { type Delivery, eventTypes } from './webhook.js';
import { words } from './words.js';

const states = ['pending', 'delivered', 'exhausted'] as const;
const lookAgainMillis = 2_000;

/** What was sent to an endpoint, newest first; looked at again while an answer is awaited. */
export function Deliveries({ endpointId }: { endpointId: string }) {
  const say = words.use();
  const label = useLabel();
  const [filters, change] = useFilters(['state', 'event', 'delivery']);
  const asked = {
    ...given('state', oneOf(states, filters.state)),
    ...given('event', oneOf(eventTypes, filters.event)),
  };
  const pages = usePages<Delivery>(['webhook-deliveries', endpointId, asked], (after) =>
    taken(
      api.GET('/v1/webhook-endpoints/{id}/deliveries', {
        params: { path: { id: endpointId }, query: { ...asked, ...given('after', after) } },
      }),
    ),
  );
  const { rows, again } = pages;
  useEffect(() => {
    if (!rows.some(isSoon)) return;
    const timer = window.setTimeout(again, lookAgainMillis);
    return () => window.clearTimeout(timer);
  }, [rows, again]);
  return (
    <section aria-label={say('deliveries')}>
      <h2 className="webhook-heading">{say('deliveries')}</h2>
      <FilterBar label={say('filters')}>
        <FilterChoice
          label={say('state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: label('deliveryStates', value) }))}
          change={(state) => change({ state })}
        />
        <FilterChoice
          label={say('event')}
          value={asked.event}
          options={useEventOptions()}
          change={(event) => change({ event })}
        />
      </FilterBar>
      <EntryTable
        label={say('deliveries')}
        pages={pages}
        file={fileOf(`/v1/webhook-endpoints/${endpointId}/deliveries`, asked)}
        nothing={<Nothing why={say(Object.keys(asked).length > 0 ? 'nothingFound' : 'nothingSent')} />}
        columns={[
          {
            key: 'event',
            title: say('event'),
            show: ({ id, event }) => (
              <>
                <Button type="link" className="delivery-open" onClick={() => change({ delivery: id })}>
                  {label('events', event)}
                </Button>
                <div className="quiet">
                  <code>{event}</code>
                </div>
              </>
            ),
          },
          {
            key: 'state',
            title: say('state'),
            width: '26%',
            show: (delivery) => <DeliveryState delivery={delivery} />,
          },
          {
            key: 'attempts',
            title: say('attempts'),
            width: '90px',
            align: 'end',
            show: ({ attempts }) => attempts.length,
          },
          { key: 'createdAt', title: say('at'), width: '200px', show: ({ createdAt }) => moment(createdAt) },
        ]}
      />
      {filters.delivery && <DeliveryDrawer id={filters.delivery} close={() => change({ delivery: undefined })} />}
    </section>
  );
}
