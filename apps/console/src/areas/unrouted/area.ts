import { NodeExpandOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

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
      title: { zh: '待归属', en: 'Unrouted' },
      icon: NodeExpandOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 20,
      group: 'work',
    },
  ],
};
