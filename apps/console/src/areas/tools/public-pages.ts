import type { Page } from '../page.js';

/** The public face: tools that need no account, and what this is. */
export const publicPages: Page[] = [
  {
    path: '/tools/deadline',
    lazy: () => import('./deadline-page.js').then(({ DeadlinePage }) => ({ Component: DeadlinePage })),
  },
  {
    path: '/tools/receipt',
    lazy: () => import('./receipt-page.js').then(({ ReceiptPage }) => ({ Component: ReceiptPage })),
  },
  { path: '/tools/where', lazy: () => import('./where-page.js').then(({ WherePage }) => ({ Component: WherePage })) },
  { path: '/about', lazy: () => import('./about-page.js').then(({ AboutPage }) => ({ Component: AboutPage })) },
];
