import { KeyOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

/** Keys by which an organization's systems call the API. */
export const area: Area = {
  routes: [{ path: '/keys', lazy: () => import('./keys-page.js').then(({ KeysPage }) => ({ Component: KeysPage })) }],
  menu: [
    {
      path: '/keys',
      title: () => words.say('title'),
      icon: KeyOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      needs: 'members:manage',
      order: 130,
      group: 'settings',
    },
  ],
};
