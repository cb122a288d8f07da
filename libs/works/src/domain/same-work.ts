import { categoryFamily } from './category-family.js';
import { normalisedTitle } from './normalised-title.js';
import { readIdentifier } from './identifiers/schemes.js';
import { readRegistrationNumber } from './identifiers/registrations.js';

/** A work as a complaint or a vault names it. */
export interface NamedWork {
  title: string;
  category: string;
  registrationNumber?: string | null;
  identifiers?: Readonly<Record<string, string>> | null;
}

/** What a work is recognised by; made once, compared often. */
export interface WorkKeys {
  normalisedTitle: string;
  family: string;
  registrationNumber: string | null;
  /** `isan:0000-0000-D07A-0090-Q`, sorted. */
  identifierKeys: string[];
}

export function keysOf(work: NamedWork): WorkKeys {
  return {
    normalisedTitle: normalisedTitle(work.title),
    family: categoryFamily(work.category),
    registrationNumber: work.registrationNumber ? readRegistrationNumber(work.registrationNumber).normalised : null,
    identifierKeys: identifierKeys(work.identifiers ?? {}),
  };
}

export function identifierKeys(identifiers: Readonly<Record<string, string>>): string[] {
  return Object.entries(identifiers)
    .map(([scheme, typed]) => {
      const name = scheme.trim().toLowerCase();
      return `${name}:${readIdentifier(name, typed).normalised}`;
    })
    .sort();
}

/**
 * Whether two descriptions mean one work (domain.md §2.7): the registration number decides where both have one, else an
 * identifier of a scheme that both have, else title and family of category.
 */
export function isSameWork(a: WorkKeys, b: WorkKeys): boolean {
  if (a.registrationNumber && b.registrationNumber) return a.registrationNumber === b.registrationNumber;
  if (a.identifierKeys.some((key) => b.identifierKeys.includes(key))) return true;
  const schemes = new Set(a.identifierKeys.map(schemeOf));
  if (b.identifierKeys.some((key) => schemes.has(schemeOf(key)))) return false;
  return a.normalisedTitle === b.normalisedTitle && a.family === b.family;
}

function schemeOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
