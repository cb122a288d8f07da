import { InboxOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

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
      title: () => words.say('menu'),
      icon: InboxOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 50,
      group: 'work',
    },
  ],
};
