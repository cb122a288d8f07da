import { InboxOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 死信: what was given up after its last try. */
export const area: Area = {
  routes: [
    {
      path: '/dead-letters',
      lazy: () => import('./dead-letters-page.js').then(({ DeadLettersPage }) => ({ Component: DeadLettersPage })),
    },
  ],
  menu: [
    {
      path: '/dead-letters',
      title: { zh: '死信', en: 'Dead letters' },
      icon: InboxOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 50,
      group: 'work',
    },
  ],
};
