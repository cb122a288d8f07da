import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** What one has rights in: works, authorizations, warning lists. Proved once, used again. */
export const area: Area = {
  routes: [
    { path: '/vault', lazy: () => import('./works-page.js').then(({ WorksPage }) => ({ Component: WorksPage })) },
    {
      path: '/vault/authorizations',
      lazy: () =>
        import('./authorizations-page.js').then(({ AuthorizationsPage }) => ({ Component: AuthorizationsPage })),
    },
    {
      path: '/vault/authorizations/:id',
      lazy: () => import('./authorization-page.js').then(({ AuthorizationPage }) => ({ Component: AuthorizationPage })),
    },
    {
      path: '/vault/warning-lists',
      lazy: () => import('./warning-lists-page.js').then(({ WarningListsPage }) => ({ Component: WarningListsPage })),
    },
    {
      path: '/vault/warning-lists/:id',
      lazy: () => import('./warning-list-page.js').then(({ WarningListPage }) => ({ Component: WarningListPage })),
    },
  ],
  menu: [
    {
      path: '/vault',
      title: { zh: '权利库', en: 'Rights vault' },
      icon: SafetyCertificateOutlined,
      for: ['rights_holder', 'agent'],
      needs: 'complaints:read',
      order: 60,
      group: 'work',
    },
  ],
};
