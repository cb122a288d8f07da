import { CommentOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

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
    { ...entry, title: { zh: '反通知箱', en: 'Counter-notices' }, for: ['rights_holder', 'agent'] },
    { ...entry, title: { zh: '反通知', en: 'Counter-notices' }, for: ['platform'] },
  ],
};
