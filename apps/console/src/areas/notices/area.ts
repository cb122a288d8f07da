import type { Area } from '../area.js';

/** Notices as every party reads them. */
export const area: Area = {
  routes: [
    {
      path: '/notices/:id',
      lazy: () => import('./notice-page.js').then(({ NoticePage }) => ({ Component: NoticePage })),
    },
  ],
};
