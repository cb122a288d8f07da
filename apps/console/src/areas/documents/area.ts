import { PaperClipOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';
import { words } from './words.js';

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
      title: () => words.say('menu'),
      icon: PaperClipOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:read',
      order: 70,
      group: 'work',
    },
  ],
};
