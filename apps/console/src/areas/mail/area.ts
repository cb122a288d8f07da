import { ContainerOutlined, MailOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** 邮件通道: notices on their way to platforms without an account here. */
export const area: Area = {
  routes: [
    {
      path: '/mail/outgoing',
      lazy: () => import('./outgoing-page.js').then(({ OutgoingPage }) => ({ Component: OutgoingPage })),
    },
    {
      path: '/mail/incoming',
      lazy: () => import('./incoming-page.js').then(({ IncomingPage }) => ({ Component: IncomingPage })),
    },
    {
      path: '/mail/incoming/:id',
      lazy: () => import('./message-page.js').then(({ MessagePage }) => ({ Component: MessagePage })),
    },
  ],
  menu: [
    {
      path: '/mail/outgoing',
      title: { zh: '邮件通道', en: 'Mail channel' },
      icon: MailOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 25,
      group: 'work',
    },
    {
      path: '/mail/incoming',
      title: { zh: '来信箱', en: 'Incoming mail' },
      icon: ContainerOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      order: 26,
      group: 'work',
    },
  ],
};
