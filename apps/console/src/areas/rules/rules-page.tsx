import { Tabs } from 'antd';
import { PageHead } from '../../parts/page-head.js';
import { useFilters } from '../../parts/use-filters.js';
import { ClocksTab } from './clocks-tab.js';
import { OverridesTab } from './overrides-tab.js';
import { RegimesTab } from './regimes-tab.js';
import { TiersTab } from './tiers-tab.js';
import { words } from './words.js';

export function RulesPage() {
  const say = words.use();
  const [{ tab = 'clocks' }, change] = useFilters(['tab']);
  return (
    <>
      <PageHead title={say('menu')} note={say('note')} />
      <Tabs
        activeKey={tab}
        onChange={(chosen) => change({ tab: chosen })}
        destroyOnHidden
        items={[
          { key: 'clocks', label: say('tabs.clocks'), children: <ClocksTab /> },
          { key: 'regimes', label: say('tabs.regimes'), children: <RegimesTab /> },
          { key: 'overrides', label: say('tabs.overrides'), children: <OverridesTab /> },
          { key: 'tiers', label: say('tabs.tiers'), children: <TiersTab /> },
        ]}
      />
    </>
  );
}
