import { BookOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 规则: which clocks the law starts, what it asks of a notice, and where terms are shorter than the law's. */
export const area: Area = {
  routes: [
    { path: '/rules', lazy: () => import('./rules-page.js').then(({ RulesPage }) => ({ Component: RulesPage })) },
  ],
  menu: [
    {
      path: '/rules',
      title: { zh: '规则', en: 'Rules' },
      icon: BookOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 40,
      group: 'work',
    },
  ],
};
