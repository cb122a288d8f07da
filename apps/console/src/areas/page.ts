import type { ComponentType } from 'react';

/** A page, by its path; its script is fetched when somebody opens it. */
export interface Page {
  path: string;
  lazy: () => Promise<{ Component: ComponentType }>;
}
