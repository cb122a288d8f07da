import { DashboardOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 工作台: what waits, and how it goes. Everybody's first page. */
export const area: Area = {
  routes: [
    {
      path: '/workbench',
      lazy: () => import('./workbench-page.js').then(({ WorkbenchPage }) => ({ Component: WorkbenchPage })),
    },
  ],
  menu: [
    {
      path: '/workbench',
      title: { zh: '工作台', en: 'Workbench' },
      icon: DashboardOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      order: 5,
      group: 'work',
    },
  ],
};
