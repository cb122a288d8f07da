import { FileTextOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Notices as every party reads them, and the list of those who sent them. */
export const area: Area = {
  routes: [
    {
      path: '/notices',
      lazy: () => import('./notices-page.js').then(({ NoticesPage }) => ({ Component: NoticesPage })),
    },
    {
      path: '/notices/:id',
      lazy: () => import('./notice-page.js').then(({ NoticePage }) => ({ Component: NoticePage })),
    },
  ],
  menu: [
    {
      path: '/notices',
      title: { zh: '通知', en: 'Notices' },
      icon: FileTextOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'notices:read',
      order: 40,
      group: 'work',
    },
  ],
};
