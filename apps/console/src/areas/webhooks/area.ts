import { ApiOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Where an organization's systems are told of events, and what they answered. */
export const area: Area = {
  routes: [
    {
      path: '/webhooks',
      lazy: () => import('./webhooks-page.js').then(({ WebhooksPage }) => ({ Component: WebhooksPage })),
    },
    {
      path: '/webhooks/:id',
      lazy: () => import('./endpoint-page.js').then(({ EndpointPage }) => ({ Component: EndpointPage })),
    },
  ],
  menu: [
    {
      path: '/webhooks',
      title: { zh: 'Webhook', en: 'Webhooks' },
      icon: ApiOutlined,
      for: ['rights_holder', 'agent', 'platform', 'regulator', 'operator'],
      needs: 'webhooks:manage',
      order: 140,
      group: 'settings',
    },
  ],
};
