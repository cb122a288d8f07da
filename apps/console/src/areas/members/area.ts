import { TeamOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** The people of one's organization. */
export const area: Area = {
  routes: [
    {
      path: '/members',
      lazy: () => import('./members-page.js').then(({ MembersPage }) => ({ Component: MembersPage })),
    },
  ],
  menu: [
    {
      path: '/members',
      title: { zh: '成员', en: 'Members' },
      icon: TeamOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      needs: 'members:manage',
      order: 120,
      group: 'settings',
    },
  ],
};
