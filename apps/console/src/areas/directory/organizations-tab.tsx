import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import type { OrganizationKind } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { useRegions } from '../../api/use-regions.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { Nothing } from '../../parts/nothing.js';
import { useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

const kinds = ['rights_holder', 'agent', 'platform', 'regulator', 'operator'] as const;

/** All who are here; an organization that does not register itself is made with its first owner. */
export function OrganizationsTab() {
  const say = words.use();
  const label = useLabel();
  const { regionName, regions } = useRegions();
  const [{ kind }, change] = useFilters(['kind']);
  const [isAdding, setAdding] = useState(false);
  const pages = usePages<Schemas['OrganizationView']>(['organizations', kind], (after) =>
    taken(api.GET('/v1/organizations', { params: { query: { after, kind: kind as OrganizationKind } } })),
  );
  const options = kinds.map((value) => ({ value, label: label('organizationKinds', value) }));
  const required = { required: true, message: say('required') };
  return (
    <>
      <FilterBar label={say('kind')}>
        <FilterChoice
          label={say('allKinds')}
          value={kind}
          options={options}
          change={(value) => change({ kind: value })}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {say('addOrganization')}
        </Button>
      </FilterBar>
      <EntryTable
        label={say('tabs.organizations')}
        pages={pages}
        nothing={<Nothing why={say('nothingOrganizations')} />}
        columns={[
          { key: 'name', title: say('name'), show: ({ name }) => name },
          { key: 'kind', title: say('kind'), width: '140px', show: (row) => label('organizationKinds', row.kind) },
          {
            key: 'region',
            title: say('region'),
            width: '120px',
            show: ({ regionCode }) => (regionCode ? regionName(regionCode) : '—'),
          },
          { key: 'created', title: say('created'), width: '180px', show: ({ createdAt }) => moment(createdAt) },
        ]}
      />
      {isAdding && (
        <ActDialog
          title={say('addOrganization')}
          meaning={say('addOrganizationMeaning')}
          submit={say('addOrganization')}
          close={() => setAdding(false)}
          act={(body: Schemas['CreateOrganizationRequest'], headers) =>
            taken(api.POST('/v1/organizations', { body, headers }))
          }
          done={() => void queries.invalidateQueries({ queryKey: ['organizations'] })}
        >
          <Form.Item name="kind" label={say('kind')} rules={[required]}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="name" label={say('name')} rules={[{ ...required, whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="regionCode" label={say('region')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
          <Form.Item name={['owner', 'name']} label={say('ownerName')} rules={[{ ...required, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name={['owner', 'email']}
            label={say('ownerEmail')}
            rules={[required, { type: 'email', message: say('badEmail') }]}
          >
            <Input type="email" maxLength={254} />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
