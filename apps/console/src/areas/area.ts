import type { ComponentType } from 'react';
import type { Page } from './page.js';
import type { Me, OrganizationKind, Scope } from '../api/me.js';
import { currentLanguage, type Language } from '../words/language.js';

/** One entry of the menu: shown to those kinds of organization, where the person has the scope. */
export interface MenuEntry {
  path: string;
  /** Here and not among the part's words: the menu is in everybody's first screen, the part is not. */
  title: Record<Language, string>;
  icon: ComponentType;
  for: readonly OrganizationKind[];
  needs?: Scope;
  /** Only where the installation is a sandbox. */
  inSandbox?: boolean;
  /** Entries stand by this number; tens, so that another fits between. */
  order: number;
  group: 'work' | 'settings';
}

/**
 * A part of the console: a folder here with an `area.ts` that exports `area`. Its pages are loaded when they are
 * opened; nothing else has to be told of a new one. What needs no account stands in its `public-pages.ts`.
 */
export interface Area {
  /** Inside the frame with the menu. */
  routes: Page[];
  menu?: MenuEntry[];
}

const modules = import.meta.glob<{ area: Area }>('./*/area.ts', { eager: true });
export const areas: readonly Area[] = Object.values(modules).map(({ area }) => area);

/** The menu of one person, in order. */
export function menuOf(me: Me): MenuEntry[] {
  return areas
    .flatMap(({ menu = [] }) => menu)
    .filter((entry) => entry.for.includes(me.organization.kind) && (!entry.needs || me.scopes.includes(entry.needs)))
    .filter((entry) => !entry.inSandbox || me.isSandbox)
    .sort((a, b) => a.order - b.order);
}

/** What an entry is called in the language of the moment. */
export function titleOf({ title }: MenuEntry): string {
  return title[currentLanguage()];
}
