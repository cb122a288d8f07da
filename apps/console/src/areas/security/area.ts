import { SafetyOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** One's own account: where one is signed in, the second factor, the password. */
export const area: Area = {
  routes: [
    {
      path: '/security',
      lazy: () => import('./security-page.js').then(({ SecurityPage }) => ({ Component: SecurityPage })),
    },
  ],
  menu: [
    {
      path: '/security',
      title: { zh: '账户安全', en: 'Account security' },
      icon: SafetyOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      order: 150,
      group: 'settings',
    },
  ],
};
