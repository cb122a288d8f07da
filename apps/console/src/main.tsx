import '@fontsource-variable/noto-sans-sc/wght.css';
import 'antd/dist/reset.css';
import './console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queries } from './api/queries.js';
import { Pages } from './pages.js';
import { Theme } from './shell/theme.js';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Theme>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
