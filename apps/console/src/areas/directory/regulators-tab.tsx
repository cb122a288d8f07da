import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { useRegions } from '../../api/use-regions.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EntryTable } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { OrganizationChoice } from '../../parts/organization-choice.js';
import { words } from './words.js';

type Row = Schemas['RegulatorView'] & { id: string };

/** Every region with its authorities, and who acts for them here. */
export function RegulatorsTab() {
  const say = words.use();
  const { regions } = useRegions();
  const [isAppointing, setAppointing] = useState(false);
  const required = [{ required: true, message: say('required') }];
  const pages = usePages<Row>(['regulators'], async (after) => {
    const page = await taken(api.GET('/v1/regulators', { params: { query: { after } } }));
    return { ...page, data: page.data.map((row) => ({ ...row, id: row.regionCode })) };
  });
  return (
    <>
      <div className="directory-acts">
        <Button type="primary" onClick={() => setAppointing(true)}>
          {say('appoint')}
        </Button>
      </div>
      <EntryTable
        label={say('tabs.regulators')}
        pages={pages}
        nothing={<Nothing why={say('nothingRegulators')} />}
        columns={[
          {
            key: 'region',
            title: say('region'),
            width: '150px',
            show: ({ regionName, regionCode }) => (
              <>
                {regionName} <span className="quiet">{regionCode}</span>
              </>
            ),
          },
          { key: 'authority', title: say('authority'), show: ({ copyrightAuthority }) => copyrightAuthority },
          { key: 'telecom', title: say('telecom'), show: ({ telecomAuthority }) => telecomAuthority },
          {
            key: 'acting',
            title: say('acting'),
            show: ({ organization }) => organization?.name ?? <span className="quiet">{say('nobody')}</span>,
          },
        ]}
      />
      {isAppointing && (
        <ActDialog
          title={say('appoint')}
          meaning={say('appointMeaning')}
          submit={say('appoint')}
          close={() => setAppointing(false)}
          act={(body: Schemas['AppointRegulatorRequest'], headers) =>
            taken(api.POST('/v1/regulators', { body, headers }))
          }
          done={() => void queries.invalidateQueries({ queryKey: ['regulators'] })}
        >
          <Form.Item name="regionCode" label={say('region')} rules={required}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
          <Form.Item name="organizationId" label={say('acting')} rules={required}>
            <OrganizationChoice kinds={['regulator']} />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
