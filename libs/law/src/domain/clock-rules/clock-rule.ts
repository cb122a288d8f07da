import type { RegimeId } from '../regimes/regime.js';
import type { Basis, Label, Source } from '../source.js';
import type { ServiceType, WorkCategory } from '../vocabulary.js';

export const clockUnits = ['hour', 'calendar_day', 'working_day', 'us_business_day', 'month'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** What is owed before the clock ends. */
export type ClockKind =
  | 'takedown'
  | 'forward'
  | 'acknowledge'
  | 'forward_counter'
  | 'wait'
  | 'restore'
  | 'confirm'
  | 'decide'
  | 'supplement'
  | 'account_action'
  | 'keep_evidence'
  | 'accept_case'
  | 'decide_case'
  | 'hearing_request'
  | 'hearing_notice'
  | 'transfer_approve'
  | 'transfer_send'
  | 'police_review'
  | 'reconsider';

/** The instant from which the law counts. */
export type ClockStart =
  | 'served'
  | 'supplement_requested'
  | 'counter_received'
  | 'statement_arrived'
  | 'restore_due'
  | 'repeat_infringer_declared'
  | 'notice_received'
  | 'material_complete'
  | 'case_opened'
  | 'party_told'
  | 'hearing_held'
  | 'referral_reported'
  | 'referral_approved'
  | 'referral_received'
  | 'referral_refused';

/** What may hold the clock up, or end it from outside. */
export type ClockPause = 'no' | 'deficiency' | 'extension' | 'suit_notice' | 'legal_hold' | 'regulation';

export type ClockExpiry =
  'breach' | 'restore_due' | 'remind' | 'supplement_lapsed' | 'escalate' | 'purge' | 'supervise';

/** The notices that a rule started by service is made for; an absent member leaves it open. */
export interface ClockScope {
  regimes?: readonly RegimeId[];
  /** Any of these services, or any of these contents: one match suffices. */
  serviceTypes?: readonly ServiceType[];
  contentTypes?: readonly string[];
  workCategories?: readonly WorkCategory[];
  onWarningList?: true;
}

/** One legal or contractual period: law.md §3, one row each. */
export interface ClockRule {
  id: string;
  version: number;
  validFrom: string;
  kind: ClockKind;
  length: number;
  unit: ClockUnit;
  /** The lengths that the source leaves room for, in the same unit. */
  range?: { min?: number; max?: number };
  /** A last day on a rest day moves to the next working day (民法典 203). */
  rolls: boolean;
  /** Counted back from the start: the thing is owed that long *before* it. */
  countsBack?: true;
  pausable: ClockPause;
  /** How far extensions may move the end, counted from the same start. */
  cap?: { length: number; unit: ClockUnit };
  owedBy: 'platform' | 'complainant' | 'regulator';
  startsOn: ClockStart;
  atExpiry: ClockExpiry;
  basis: Basis;
  source: Source;
  label: Label;
  note?: string;
  /** Only for `startsOn: 'served'`. */
  scope?: ClockScope;
  /** Among rules of one kind that fit a notice the highest runs: 0 regime, 1 kind of service or work, 2 warning list. */
  rank?: 0 | 1 | 2;
}

export const china = ['cn.reg468', 'cn.ecl', 'cn.civil'] as const satisfies readonly RegimeId[];

/** What every takedown clock has in common. */
export const takedown = {
  kind: 'takedown',
  version: 1,
  rolls: false,
  owedBy: 'platform',
  startsOn: 'served',
  atExpiry: 'breach',
} as const;

export const forward = { ...takedown, kind: 'forward' } as const;
export const forwardCounter = { ...takedown, kind: 'forward_counter', startsOn: 'counter_received' } as const;
export const restore = { ...takedown, kind: 'restore', startsOn: 'restore_due' } as const;

/** What every wait for news of a proceeding has in common: the rights holder owes the proof. */
export const wait = {
  kind: 'wait',
  version: 1,
  owedBy: 'complainant',
  startsOn: 'statement_arrived',
  atExpiry: 'restore_due',
} as const;
