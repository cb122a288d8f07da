import type { Area } from '../area.js';

/** The door: signing in and registering. */
export const area: Area = {
  publicRoutes: [
    { path: '/sign-in', lazy: () => import('./sign-in-page.js').then(({ SignInPage }) => ({ Component: SignInPage })) },
    {
      path: '/register',
      lazy: () => import('./register-page.js').then(({ RegisterPage }) => ({ Component: RegisterPage })),
    },
  ],
};
