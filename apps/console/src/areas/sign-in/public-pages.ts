import type { Page } from '../page.js';

/** The door: signing in and registering. */
export const publicPages: Page[] = [
  { path: '/sign-in', lazy: () => import('./sign-in-page.js').then(({ SignInPage }) => ({ Component: SignInPage })) },
  {
    path: '/register',
    lazy: () => import('./register-page.js').then(({ RegisterPage }) => ({ Component: RegisterPage })),
  },
];
