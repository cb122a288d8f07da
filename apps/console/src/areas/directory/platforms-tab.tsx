import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { SearchBox } from '../../parts/search-box.js';
import { useFilters } from '../../parts/use-filters.js';
import { date } from '../../words/dates.js';
import { useRegions } from '../../api/use-regions.js';
import './directory.css';
import { PlatformDialog } from './platform-dialog.js';
import { useOptions } from './use-options.js';
import { words } from './words.js';

export type Platform = Schemas['PlatformView'];

export function PlatformsTab() {
  const say = words.use();
  const label = useLabel();
  const { services, regimes } = useOptions();
  const { regionName } = useRegions();
  const [filters, change] = useFilters(['q', 'serviceType', 'regime', 'joined', 'new', 'host']);
  const [edited, setEdited] = useState<Platform | null>(null);
  const { q, serviceType, regime, joined } = filters;
  const query = { q, serviceType, regime, joined } as Record<string, string>;
  const pages = usePages<Platform>(['platforms', 'directory', query], (after) =>
    taken(api.GET('/v1/platforms', { params: { query: { ...query, after } } })),
  );
  const close = () => {
    setEdited(null);
    change({ new: undefined, host: undefined });
  };
  return (
    <>
      <FilterBar label={say('search')}>
        <SearchBox value={q ?? ''} label={say('search')} change={(typed) => change({ q: typed })} />
        <FilterChoice
          label={say('service')}
          value={serviceType}
          options={services}
          change={(value) => change({ serviceType: value })}
        />
        <FilterChoice
          label={say('regime')}
          value={regime}
          options={regimes}
          change={(value) => change({ regime: value })}
        />
        <FilterChoice
          label={say('joined')}
          value={joined}
          options={[
            { value: 'true', label: say('isJoined') },
            { value: 'false', label: say('notJoined') },
          ]}
          change={(value) => change({ joined: value })}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ new: '1' })}>
          {say('add')}
        </Button>
      </FilterBar>
      <EntryTable
        label={say('tabs.platforms')}
        pages={pages}
        file={fileOf('/v1/platforms', query)}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'name',
            title: say('name'),
            show: ({ name, slug, warnings = [] }) => (
              <>
                {name} <div className="quiet">{slug}</div>
                {warnings.length > 0 && <Tag color="orange">{say('oddCode')}</Tag>}
              </>
            ),
          },
          {
            key: 'hosts',
            title: say('hosts'),
            width: '26%',
            show: ({ hosts }) => (
              <>
                {hosts.slice(0, 3).join('、')}
                {hosts.length > 3 && (
                  <span className="quiet" title={hosts.join('\n')}>
                    {' '}
                    +{hosts.length - 3}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'service',
            title: say('service'),
            show: (row) => (
              <>
                {label('serviceTypes', row.serviceType)}
                <div className="quiet">{label('regimes', row.regime)}</div>
              </>
            ),
          },
          { key: 'region', title: say('region'), width: '88px', show: ({ regionCode }) => regionName(regionCode) },
          {
            key: 'joined',
            title: say('joined'),
            width: '150px',
            show: ({ joinedAt }) =>
              joinedAt ? say('joinedSince', { at: date(joinedAt) }) : <span className="quiet">{say('notJoined')}</span>,
          },
          {
            key: 'acts',
            title: say('acts'),
            width: '80px',
            show: (platform) => (
              <Button
                size="small"
                aria-label={say('editNamed', { name: platform.name })}
                onClick={() => setEdited(platform)}
              >
                {say('edit')}
              </Button>
            ),
          },
        ]}
      />
      {(edited || filters.new) && <PlatformDialog platform={edited} host={filters.host} close={close} />}
    </>
  );
}
