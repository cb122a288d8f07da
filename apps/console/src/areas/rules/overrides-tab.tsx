import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { AddOverrideDialog } from './add-override-dialog.js';
import { EndAct } from './end-act.js';
import { Period } from './period.js';
import './rules.css';
import { words } from './words.js';

type Override = Schemas['RuleOverrideView'];

/** Where terms are shorter than the law's own. */
export function OverridesTab() {
  const say = words.use();
  const label = useLabel();
  const [isAdding, setAdding] = useState(false);
  const pages = usePages<Override>(['rule-overrides'], (after) =>
    taken(api.GET('/v1/rule-overrides', { params: { query: { after } } })),
  );
  return (
    <>
      <div className="rules-acts">
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('addOverride')}
        </Button>
      </div>
      <EntryTable
        label={say('tabs.overrides')}
        pages={pages}
        nothing={<Nothing why={say('nothingOverrides')} />}
        columns={[
          {
            key: 'rule',
            title: say('rule'),
            show: ({ rule, length, unit }) => (
              <>
                {label('rules', rule)}
                <div>
                  <strong>
                    {length} {label('clockUnits', unit)}
                  </strong>
                </div>
              </>
            ),
          },
          { key: 'scope', title: say('scope'), width: '26%', show: ({ scope }) => <Scope scope={scope} /> },
          {
            key: 'reason',
            title: say('reason'),
            show: ({ reason, basis }) => (
              <>
                {reason} <div className="quiet">{label('bases', basis)}</div>
              </>
            ),
          },
          { key: 'period', title: say('period'), width: '200px', show: (row) => <Period row={row} /> },
          {
            key: 'acts',
            title: say('acts'),
            width: '80px',
            show: ({ id, rule, endedAt }) =>
              endedAt === null && (
                <EndAct
                  of={label('rules', rule)}
                  list="rule-overrides"
                  act={(headers) =>
                    taken(api.POST('/v1/rule-overrides/{id}/end', { params: { path: { id } }, headers }))
                  }
                />
              ),
          },
        ]}
      />
      {isAdding && <AddOverrideDialog close={() => setAdding(false)} />}
    </>
  );
}

function Scope({ scope }: { scope: Override['scope'] }) {
  const say = words.use();
  const label = useLabel();
  const { platformId, tier, campaign, serviceTypes = [], workCategories = [] } = scope;
  const { data: platform } = useQuery({
    queryKey: ['platforms', platformId],
    queryFn: () => taken(api.GET('/v1/platforms/{id}', { params: { path: { id: platformId! } } })),
    enabled: platformId !== undefined,
  });
  const parts = [
    platformId && (platform?.name ?? platformId),
    tier && label('tiers', tier),
    campaign,
    ...serviceTypes.map((type) => label('serviceTypes', type)),
    ...workCategories.map((category) => label('workCategories', category)),
  ].filter(Boolean);
  return <>{parts.join(' · ') || say('everywhere')}</>;
}
