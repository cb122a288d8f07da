import { Button } from 'antd';
import { useEffect } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { CopyText } from '../../parts/copy-text.js';
import { EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { Nothing } from '../../parts/nothing.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { second } from '../../words/dates.js';
import { curlOf } from './curl-of.js';
import type { ApiKey } from './keys-page.js';
import { RequestDrawer, Status } from './request-drawer.js';
import './requests.css';
import { words } from './request-words.js';

type KeyRequest = Schemas['KeyRequestView'];

const statuses = ['2xx', '3xx', '4xx', '5xx'] as const;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const lookAgainMillis = 5_000;
const firstPage = 50;

/** The requests of a key, newest first; looked at again while nobody has gone further back. */
export function RequestList({ apiKey }: { apiKey: ApiKey }) {
  const say = words.use();
  const [filters, change] = useFilters(['status', 'method', 'request']);
  const asked = {
    ...given('status', oneOf(statuses, filters.status)),
    ...given('method', oneOf(methods, filters.method)),
  };
  const pages = usePages<KeyRequest>(['key-requests', apiKey.id, asked], (after) =>
    taken(
      api.GET('/v1/api-keys/{id}/requests', {
        params: { path: { id: apiKey.id }, query: { ...asked, ...given('after', after) } },
      }),
    ),
  );
  const { rows, again } = pages;
  useEffect(() => {
    if (rows.length > firstPage) return;
    const timer = window.setTimeout(again, lookAgainMillis);
    return () => window.clearTimeout(timer);
  }, [rows, again]);
  const opened = rows.find(({ id }) => id === filters.request);
  return (
    <section aria-label={say('title')}>
      <FilterBar label={say('filters')}>
        <FilterChoice
          label={say('status')}
          value={asked.status}
          options={statuses.map((value) => ({ value, label: say(`statuses.${value}`) }))}
          change={(status) => change({ status })}
        />
        <FilterChoice
          label={say('method')}
          value={asked.method}
          options={methods.map((value) => ({ value, label: value }))}
          change={(method) => change({ method })}
        />
      </FilterBar>
      <EntryTable
        label={say('title')}
        pages={pages}
        nothing={Object.keys(asked).length > 0 ? <Nothing why={say('nothingFound')} /> : <TryIt apiKey={apiKey} />}
        columns={[
          { key: 'at', title: say('at'), width: '170px', show: ({ at }) => second(at) },
          {
            key: 'request',
            title: say('request'),
            show: ({ id, method, path }) => (
              <Button type="link" className="request-open" onClick={() => change({ request: id })}>
                <code>
                  {method} {path}
                </code>
              </Button>
            ),
          },
          { key: 'status', title: say('answer'), width: '230px', show: (request) => <Status request={request} /> },
          {
            key: 'duration',
            title: say('duration'),
            width: '100px',
            align: 'end',
            show: ({ durationMs }) => `${durationMs.toLocaleString()} ms`,
          },
        ]}
      />
      {opened && <RequestDrawer request={opened} close={() => change({ request: undefined })} />}
    </section>
  );
}

function TryIt({ apiKey: { scopes, prefix } }: { apiKey: ApiKey }) {
  const say = words.use();
  const command = curlOf(scopes, `${prefix}…`);
  return (
    <Nothing why={say('nothing')}>
      <p className="request-command">
        <code>{command}</code> <CopyText text={command} />
      </p>
      <p className="quiet">{say('keyNote', { prefix })}</p>
    </Nothing>
  );
}
