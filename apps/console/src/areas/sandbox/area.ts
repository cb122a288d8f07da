import { FieldTimeOutlined } from '@ant-design/icons';
import type { Area } from '../area.js';

/** Time travel for those who try the system out; the API has it in a sandbox only. */
export const area: Area = {
  routes: [
    {
      path: '/sandbox',
      lazy: () => import('./sandbox-page.js').then(({ SandboxPage }) => ({ Component: SandboxPage })),
    },
  ],
  menu: [
    {
      path: '/sandbox',
      title: { zh: '沙箱时钟', en: 'Sandbox clock' },
      icon: FieldTimeOutlined,
      for: ['operator'],
      needs: 'directory:manage',
      inSandbox: true,
      order: 90,
      group: 'work',
    },
  ],
};
