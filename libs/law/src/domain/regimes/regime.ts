import type { CounterElementId } from '../counter-elements.js';
import type { ElementId } from '../elements.js';
import type { Basis, Label, Source } from '../source.js';
import type { Disposition, Ground, ProceedingKind, Right, ServiceType } from '../vocabulary.js';

export const regimeIds = ['cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca', 'eu.dsa'] as const;
export type RegimeId = (typeof regimeIds)[number];

/** What stands in a law, and how firmly. */
export interface Cited {
  source: Source;
  basis: Basis;
}

/** One element that the law asks of a notice, and where it asks. */
export interface ElementRule extends Cited {
  element: ElementId;
}

/** One element that the law asks of the user's counter-notice, and where it asks. */
export interface CounterElementRule extends Cited {
  element: CounterElementId;
}

/** Which platforms, contents and rights the law is made for. */
export interface Applicability extends Cited {
  /** In words: whom it binds, about what. */
  covers: Label;
  grounds: readonly Ground[];
  rights: readonly Right[];
  /** Contents for which it applies although the platform's own setting is one of these regimes. */
  takesOver?: { from: readonly RegimeId[]; serviceTypes: readonly ServiceType[]; contentTypes: readonly string[] };
  /** It also takes what these regimes do not cover, by the right that is claimed. */
  catchesAll?: { from: readonly RegimeId[] };
}

/** The law as it is written down, before what follows from it is filled in. */
export interface RegimeRow extends Cited {
  id: RegimeId;
  version: number;
  /** Date from which the law says so. */
  validFrom: string;
  label: Label;
  applicability: Applicability;
  requiredElements: readonly ElementRule[];
  /** What a counter-notice must hold; one that lacks an element is invalid and starts no clock. */
  counterElements: readonly CounterElementRule[];
  /** What discharges the duty to act; anything else is 422 `disposition_insufficient`. */
  sufficientDispositions: readonly Disposition[];
  /** A valid counter-notice restores the item without waiting (条例 17). */
  restoresAtOnce: boolean;
  /** A broken link may be restored, it need not be (条例 17 “可以恢复”): no clock runs for it. */
  linksMayStay: boolean;
  /** The platform may not restore before the wait has ended (17 USC 512(g)(2)(C)). */
  waitIsMandatory: boolean;
  /** The wait counts from the statement's arrival at the rights holder, or from its receipt by the platform. */
  waitStartsOn: 'arrival' | 'receipt' | null;
  /** What the rights holder may prove to keep the item down. */
  proceedingKinds: readonly ProceedingKind[];
  /** The platform may ask once for a missing element; the takedown clock pauses meanwhile. */
  allowsSupplement: boolean;
  /** Whether the same rights holder may give notice of an item again that a counter-notice brought back. */
  secondNotice: Cited & {
    allowed: boolean;
    /** What the article says and, where it forbids, where to go instead. */
    detail: Label;
  };
  /** The platform itself rules on the user's objection (DSA 20). */
  platformDecidesCounter: boolean;
  /** What must be made public: notices, statements and results (电子商务法 44), or the platform's reasons (DSA 24(5)). */
  publication: Cited & { duty: 'outcome' | 'reasons' | 'none' };
  /** Whether a notice is published where its user cannot be reached (条例 15). */
  onUnreachableUser: Cited & { publish: boolean };
}

/** The body of law under which a notice runs; pinned with its version when the notice is created. */
export interface Regime extends RegimeRow {
  allowsSecondNotice: boolean;
  /** Notices, statements and results must be made public (电子商务法 44). */
  publishesOutcome: boolean;
}

export function regime(row: RegimeRow): Regime {
  return {
    ...row,
    allowsSecondNotice: row.secondNotice.allowed,
    publishesOutcome: row.publication.duty === 'outcome',
  };
}

/** These elements of a notice, all asked for by one article. */
export function ask(source: Source, basis: Basis, ...elements: ElementId[]): ElementRule[] {
  return elements.map((element) => ({ element, source, basis }));
}

/** These elements of a counter-notice, all asked for by one article. */
export function askUser(source: Source, basis: Basis, ...elements: CounterElementId[]): CounterElementRule[] {
  return elements.map((element) => ({ element, source, basis }));
}

/** What takes the content itself off the network. */
export const down = ['removed', 'disabled', 'delinked'] as const satisfies readonly Disposition[];
