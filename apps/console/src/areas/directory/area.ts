import { ApartmentOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 平台目录: who answers for which addresses, who watches over which region, and who is here at all. */
export const area: Area = {
  routes: [
    {
      path: '/directory',
      lazy: () => import('./directory-page.js').then(({ DirectoryPage }) => ({ Component: DirectoryPage })),
    },
  ],
  menu: [
    {
      path: '/directory',
      title: { zh: '平台目录', en: 'Directory' },
      icon: ApartmentOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 10,
      group: 'work',
    },
  ],
};
