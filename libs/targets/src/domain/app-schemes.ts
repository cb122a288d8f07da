import { OTHER_APPS } from './app-links-other.js';
import { WATCHING_APPS } from './app-links-watching.js';
import type { Shape } from './shape.js';
import { compileShapes } from './shape.js';

/** What the scheme of an app link says. */
export interface AppScheme {
  slug: string;
  shapes: readonly Shape[];
}

const bySchemes = new Map<string, AppScheme>();
for (const { slug, schemes, shapes } of [...WATCHING_APPS, ...OTHER_APPS]) {
  const app = { slug, shapes: compileShapes(shapes) };
  for (const scheme of schemes.split(' ')) bySchemes.set(scheme, app);
}

/** The app that a scheme opens, or null. @param scheme in lower case */
export function appScheme(scheme: string): AppScheme | null {
  return bySchemes.get(scheme) ?? null;
}
