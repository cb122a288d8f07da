import { DashboardOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

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
      title: () => words.say('title'),
      icon: DashboardOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      order: 5,
      group: 'work',
    },
  ],
};
