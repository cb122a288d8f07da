import { FileProtectOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** What a rights holder or its agent filed, and what became of every target. */
export const area: Area = {
  routes: [
    {
      path: '/complaints',
      lazy: () => import('./complaints-page.js').then(({ ComplaintsPage }) => ({ Component: ComplaintsPage })),
    },
    {
      path: '/complaints/:id',
      lazy: () => import('./complaint-page.js').then(({ ComplaintPage }) => ({ Component: ComplaintPage })),
    },
  ],
  menu: [
    {
      path: '/complaints',
      title: { zh: '投诉', en: 'Complaints' },
      icon: FileProtectOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:read',
      order: 30,
      group: 'work',
    },
  ],
};
