import { IdcardOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** What the organization says of itself. */
export const area: Area = {
  routes: [
    {
      path: '/organization',
      lazy: () => import('./organization-page.js').then(({ OrganizationPage }) => ({ Component: OrganizationPage })),
    },
  ],
  menu: [
    {
      path: '/organization',
      title: { zh: '单位信息', en: 'Organization' },
      icon: IdcardOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      order: 110,
      group: 'settings',
    },
  ],
};
