import { HeartOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 健康: how every part of the installation is. */
export const area: Area = {
  routes: [
    { path: '/health', lazy: () => import('./health-page.js').then(({ HealthPage }) => ({ Component: HealthPage })) },
  ],
  menu: [
    {
      path: '/health',
      title: { zh: '健康', en: 'Health' },
      icon: HeartOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 60,
      group: 'work',
    },
  ],
};
