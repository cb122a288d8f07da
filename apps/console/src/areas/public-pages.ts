import type { Page } from './page.js';

const modules = import.meta.glob<{ publicPages: Page[] }>('./*/public-pages.ts', { eager: true });

/** Pages for everybody. Apart from the areas, so that the door does not wait for the house. */
export const publicPages: readonly Page[] = Object.values(modules).flatMap((module) => module.publicPages);
