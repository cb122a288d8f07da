import { AlertOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** What was put before a regulator because a clock was not kept. */
export const area: Area = {
  routes: [
    {
      path: '/escalations',
      lazy: () => import('./escalations-page.js').then(({ EscalationsPage }) => ({ Component: EscalationsPage })),
    },
    {
      path: '/escalations/:id',
      lazy: () => import('./escalation-page.js').then(({ EscalationPage }) => ({ Component: EscalationPage })),
    },
  ],
  menu: [
    {
      path: '/escalations',
      title: { zh: '升级队列', en: 'Escalations' },
      icon: AlertOutlined,
      for: ['regulator'],
      needs: 'escalations:read',
      order: 10,
      group: 'work',
    },
  ],
};
