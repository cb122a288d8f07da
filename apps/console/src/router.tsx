import { createBrowserRouter, Navigate } from 'react-router';
import { areas } from './areas/area.js';
import { Home } from './shell/home.js';
import { NotFound } from './shell/not-found.js';
import { PageFailed } from './shell/page-failed.js';
import { PublicFrame } from './shell/public-frame.js';

export const router = createBrowserRouter([
  {
    errorElement: <PageFailed />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/', element: <Home /> },
      { element: <PublicFrame />, children: areas.flatMap(({ publicRoutes = [] }) => publicRoutes) },
      {
        lazy: () => import('./shell/shell.js').then(({ Shell }) => ({ Component: Shell })),
        errorElement: <PageFailed />,
        children: [...areas.flatMap(({ routes = [] }) => routes), { path: '*', element: <NotFound /> }],
      },
      { path: '/index.html', element: <Navigate to="/" replace /> },
    ],
  },
]);
