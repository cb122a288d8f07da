import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { EntryTable } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { given } from '../../parts/use-filters.js';
import { VaultHead } from './vault-head.js';
import { words } from './words.js';

/** 预警名单 of the copyright administration, as the reader may see them. */
export function WarningListsPage() {
  const say = words.use();
  const pages = usePages<Schemas['WarningListView']>(['warning-lists', 'all'], (after) =>
    taken(api.GET('/v1/warning-lists', { params: { query: given('after', after) } })),
  );
  return (
    <>
      <VaultHead here="warningLists" />
      <EntryTable
        label={say('tabs.warningLists')}
        pages={pages}
        nothing={<Nothing why={say('lists.nothing')} />}
        columns={[
          {
            key: 'list',
            title: say('lists.columns.list'),
            show: ({ id, title, year, batch }) => (
              <>
                <Link to={`/vault/warning-lists/${id}`}>{title}</Link>
                <div className="quiet">{say('lists.batch', { year, batch })}</div>
              </>
            ),
          },
          {
            key: 'published',
            title: say('lists.columns.published'),
            width: '130px',
            show: ({ publishedOn }) => publishedOn,
          },
          {
            key: 'works',
            title: say('lists.columns.works'),
            width: '100px',
            align: 'end',
            show: ({ workCount }) => say('lists.count', { count: workCount }),
          },
          { key: 'source', title: say('lists.columns.source'), width: '30%', show: ({ source }) => source },
        ]}
      />
    </>
  );
}
