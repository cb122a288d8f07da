import { Tabs } from 'antd';
import { PageHead } from '../../parts/page-head.js';
import { useFilters } from '../../parts/use-filters.js';
import { OrganizationsTab } from './organizations-tab.js';
import { PlatformsTab } from './platforms-tab.js';
import { RegulatorsTab } from './regulators-tab.js';
import { words } from './words.js';

export function DirectoryPage() {
  const say = words.use();
  const [{ tab = 'platforms' }, change] = useFilters(['tab']);
  return (
    <>
      <PageHead title={say('menu')} note={say('note')} />
      <Tabs
        activeKey={tab}
        onChange={(chosen) => change({ tab: chosen })}
        destroyOnHidden
        items={[
          { key: 'platforms', label: say('tabs.platforms'), children: <PlatformsTab /> },
          { key: 'regulators', label: say('tabs.regulators'), children: <RegulatorsTab /> },
          { key: 'organizations', label: say('tabs.organizations'), children: <OrganizationsTab /> },
        ]}
      />
    </>
  );
}
