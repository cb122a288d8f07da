import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EntryTable } from '../../parts/entry-table.js';
import { MomentField } from '../../parts/moment-field.js';
import { Nothing } from '../../parts/nothing.js';
import { OrganizationChoice } from '../../parts/organization-choice.js';
import { EndAct } from './end-act.js';
import { Period } from './period.js';
import './rules.css';
import { words } from './words.js';

type Wanted = Omit<Schemas['GrantTierRequest'], 'tier'>;

/** 绿色通道: who enjoys a faster tier, since when and why. */
export function TiersTab() {
  const say = words.use();
  const label = useLabel();
  const [isGranting, setGranting] = useState(false);
  const required = { required: true, message: say('required') };
  const pages = usePages<Schemas['TierGrantView']>(['tier-grants'], (after) =>
    taken(api.GET('/v1/tier-grants', { params: { query: { after } } })),
  );
  return (
    <>
      <div className="rules-acts">
        <Button type="primary" onClick={() => setGranting(true)}>
          {say('grant')}
        </Button>
      </div>
      <EntryTable
        label={say('tabs.tiers')}
        pages={pages}
        nothing={<Nothing why={say('nothingTiers')} />}
        columns={[
          { key: 'organization', title: say('organization'), show: ({ organization }) => organization.name },
          { key: 'tier', title: say('tier'), width: '120px', show: ({ tier }) => label('tiers', tier) },
          { key: 'reason', title: say('reason'), show: ({ reason }) => reason },
          { key: 'period', title: say('period'), width: '200px', show: (row) => <Period row={row} /> },
          {
            key: 'acts',
            title: say('acts'),
            width: '80px',
            show: ({ id, organization, endedAt }) =>
              endedAt === null && (
                <EndAct
                  of={organization.name}
                  list="tier-grants"
                  act={(headers) => taken(api.POST('/v1/tier-grants/{id}/end', { params: { path: { id } }, headers }))}
                />
              ),
          },
        ]}
      />
      {isGranting && (
        <ActDialog
          title={say('grant')}
          meaning={say('grantMeaning')}
          submit={say('grant')}
          close={() => setGranting(false)}
          act={(wanted: Wanted, headers) =>
            taken(api.POST('/v1/tier-grants', { body: { ...wanted, tier: 'green_channel' }, headers }))
          }
          done={() => void queries.invalidateQueries({ queryKey: ['tier-grants'] })}
        >
          <Form.Item name="organizationId" label={say('organizationId')} rules={[required]}>
            <OrganizationChoice kinds={['rights_holder', 'agent']} />
          </Form.Item>
          <Form.Item name="reason" label={say('reason')} rules={[{ ...required, whitespace: true }]}>
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
          <Form.Item name="validUntil" label={say('validUntilField')}>
            <MomentField />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
