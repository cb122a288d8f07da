import { KeyOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Keys by which an organization's systems call the API. */
export const area: Area = {
  routes: [
    { path: '/keys', lazy: () => import('./keys-page.js').then(({ KeysPage }) => ({ Component: KeysPage })) },
    {
      path: '/keys/:id/requests',
      lazy: () => import('./requests-page.js').then(({ RequestsPage }) => ({ Component: RequestsPage })),
    },
  ],
  menu: [
    {
      path: '/keys',
      title: { zh: 'API 密钥', en: 'API keys' },
      icon: KeyOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      needs: 'members:manage',
      order: 130,
      group: 'settings',
    },
  ],
};
