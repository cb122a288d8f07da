import { FileTextOutlined, InboxOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

const inbox = () => import('./inbox-page.js').then(({ InboxPage }) => ({ Component: InboxPage }));

/** Where a platform's trust and safety people work: triage of notices, and their prepared refusals. */
export const area: Area = {
  routes: [
    { path: '/inbox', lazy: inbox },
    { path: '/inbox/:id', lazy: inbox },
    {
      path: '/templates',
      lazy: () => import('./templates-page.js').then(({ TemplatesPage }) => ({ Component: TemplatesPage })),
    },
  ],
  menu: [
    {
      path: '/inbox',
      title: { zh: '收件箱', en: 'Inbox' },
      icon: InboxOutlined,
      for: ['platform'],
      needs: 'notices:read',
      order: 10,
      group: 'work',
    },
    {
      path: '/templates',
      title: { zh: '模板', en: 'Templates' },
      icon: FileTextOutlined,
      for: ['platform'],
      needs: 'notices:act',
      order: 60,
      group: 'work',
    },
  ],
};
