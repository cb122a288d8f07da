import type { Preview } from './request-of.js';

export type Checked = Preview['checklist'][number];
export type Element = Checked['element'];
export type Group = Checked['group'];

/** One element of the law over all notices of the complaint: there, or missing for some, with every article that asks for it. */
export interface Tick {
  element: Element;
  group: Group;
  label: Checked['label'];
  isMet: boolean;
  /** Where it is missing: as the server says it, or else the articles alone. */
  reason: string | null;
  articles: string[];
  missingFor: number;
}

export const groups = ['parties', 'works_and_location', 'evidence', 'statements'] as const satisfies readonly Group[];

export function ticksOf({ checklist, deficiencies }: Preview): Tick[] {
  const ticks = new Map<Element, Tick & { targets: Set<number> }>();
  for (const { element, group, label, isMet, source, targetIndexes } of checklist) {
    const tick = ticks.get(element) ?? {
      element,
      group,
      label,
      isMet: true,
      reason: deficiencies.find((deficiency) => deficiency.element === element)?.detail ?? null,
      articles: [],
      missingFor: 0,
      targets: new Set<number>(),
    };
    const article = `《${source.law}》${source.article}`;
    if (!tick.articles.includes(article)) tick.articles.push(article);
    if (!isMet) {
      tick.isMet = false;
      for (const index of targetIndexes) tick.targets.add(index);
    }
    ticks.set(element, tick);
  }
  return [...ticks.values()].map(({ targets, ...tick }) => ({ ...tick, missingFor: targets.size }));
}

/** The field that mends it, by the id of its control. */
export const fieldOf: Record<Element, string> = {
  name: 'filing-party-name',
  contact: 'filing-party-email',
  address: 'filing-party-address',
  email: 'filing-party-email',
  identity: 'filing-party-idNumber',
  authorization: 'filing-authorization',
  work: 'filing-work-title',
  location: 'filing-pasted',
  ownership: 'filing-work-registration',
  infringement: 'filing-evidence-infringement',
  explanation: 'filing-evidence-infringement',
  truthfulness: 'filing-accuracy',
  good_faith: 'filing-good-faith',
  perjury: 'filing-perjury',
  signature: 'filing-signature',
};

/** Elements that the organization's profile holds, unless the page has fields of its own for them. */
export const ofParty: readonly Element[] = ['name', 'contact', 'address', 'email', 'identity'];

export function goTo(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
