import { CalendarOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 日历: by which days the law's time is counted. */
export const area: Area = {
  routes: [
    {
      path: '/calendars',
      lazy: () => import('./calendars-page.js').then(({ CalendarsPage }) => ({ Component: CalendarsPage })),
    },
  ],
  menu: [
    {
      path: '/calendars',
      title: { zh: '日历', en: 'Calendars' },
      icon: CalendarOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 30,
      group: 'work',
    },
  ],
};
