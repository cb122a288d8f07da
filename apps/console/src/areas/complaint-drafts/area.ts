import { ImportOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 投诉草稿: what other systems wrote, until a member confirms it. It is opened in the page of filing. */
export const area: Area = {
  routes: [
    {
      path: '/complaint-drafts',
      lazy: () => import('./drafts-page.js').then(({ DraftsPage }) => ({ Component: DraftsPage })),
    },
  ],
  menu: [
    {
      path: '/complaint-drafts',
      title: { zh: '待确认草稿', en: 'Drafts to confirm' },
      icon: ImportOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:write',
      order: 25,
      group: 'work',
    },
  ],
};
