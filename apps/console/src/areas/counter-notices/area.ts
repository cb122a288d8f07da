import { CommentOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

const entry = {
  path: '/counter-notices',
  icon: CommentOutlined,
  needs: 'notices:read',
  order: 50,
  group: 'work',
} as const;

/** What users answer: the box of the complainant, the outbox of the platform. */
export const area: Area = {
  routes: [
    {
      path: '/counter-notices',
      lazy: () =>
        import('./counter-notices-page.js').then(({ CounterNoticesPage }) => ({ Component: CounterNoticesPage })),
    },
    {
      path: '/counter-notices/:id',
      lazy: () =>
        import('./counter-notice-page.js').then(({ CounterNoticePage }) => ({ Component: CounterNoticePage })),
    },
  ],
  menu: [
    { ...entry, title: () => words.say('menu'), for: ['rights_holder', 'agent'] },
    { ...entry, title: () => words.say('menuOfPlatform'), for: ['platform'] },
  ],
};
