import { NodeExpandOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

/** 待归属: addresses that nobody in the directory answers for. */
export const area: Area = {
  routes: [
    {
      path: '/unrouted',
      lazy: () => import('./unrouted-page.js').then(({ UnroutedPage }) => ({ Component: UnroutedPage })),
    },
  ],
  menu: [
    {
      path: '/unrouted',
      title: () => words.say('menu'),
      icon: NodeExpandOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 20,
      group: 'work',
    },
  ],
};
