import { PaperClipOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Files that prove something, uploaded once and named wherever they are needed. */
export const area: Area = {
  routes: [
    {
      path: '/documents',
      lazy: () => import('./documents-page.js').then(({ DocumentsPage }) => ({ Component: DocumentsPage })),
    },
  ],
  menu: [
    {
      path: '/documents',
      title: { zh: '证据文件', en: 'Files' },
      icon: PaperClipOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:read',
      order: 70,
      group: 'work',
    },
  ],
};
