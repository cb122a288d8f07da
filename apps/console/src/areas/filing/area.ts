import { FormOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Filing a complaint: from a pasted text to served notices. */
export const area: Area = {
  routes: [
    { path: '/file', lazy: () => import('./file-page.js').then(({ FilePage }) => ({ Component: FilePage })) },
    {
      path: '/file/done/:complaintId',
      lazy: () => import('./filed-page.js').then(({ FiledPage }) => ({ Component: FiledPage })),
    },
  ],
  menu: [
    {
      path: '/file',
      title: { zh: '提交投诉', en: 'File a complaint' },
      icon: FormOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:write',
      order: 20,
      group: 'work',
    },
  ],
};
