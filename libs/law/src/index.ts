export { type Calendar, type CalendarDay } from './domain/calendar.js';
export { chinaCalendarDays, type ChinaCalendarDays } from './domain/china-calendar.js';
export { expiryLabels, pauseLabels, startLabels } from './domain/clock-labels.js';
export { citation } from './domain/citation.js';
export { clockRule, clockRuleOf, clockRules } from './domain/clock-rules.js';
export type {
  ClockExpiry,
  ClockKind,
  ClockPause,
  ClockRule,
  ClockScope,
  ClockStart,
  ClockUnit,
} from './domain/clock-rules/clock-rule.js';
export { clockUnits } from './domain/clock-rules/clock-rule.js';
export { clocksOnService, type ServiceFacts } from './domain/clocks-on-service.js';
export type { CounterDraft, CounterStatementsDraft, RespondentDraft } from './domain/counter-draft.js';
export { counterElementIds, type CounterElementId } from './domain/counter-elements.js';
export { computeDue, defaultZone, zoneOfClock, type Calendars, type DueDate } from './domain/due-date.js';
export { durationLabel } from './domain/duration-label.js';
export { elementIds, type ElementId } from './domain/elements.js';
export { extendedDue, type Extension } from './domain/extended-due.js';
export {
  counterElementLabels,
  counterReasonLabels,
  dispositionLabels,
  elementLabels,
  proceedingKindLabels,
  refusalReasonLabels,
  rightLabels,
} from './domain/labels.js';
export { missingCounterElements, type MissingCounterElement } from './domain/missing-counter-elements.js';
export {
  changedSpan,
  coverageOf,
  datesIn,
  governingPapers,
  layerCalendars,
  type CalendarPaper,
} from './domain/layered-calendar.js';
export { missingElements, type MissingElement } from './domain/missing-elements.js';
export type {
  AuthorizationState,
  EvidenceDraft,
  NoticeDraft,
  PartyDraft,
  PrincipalDraft,
  StatementsDraft,
  WorkDraft,
} from './domain/notice-draft.js';
export { regimeFor, regimeOf, regimes } from './domain/regimes.js';
export {
  regimeIds,
  type Applicability,
  type CounterElementRule,
  type ElementRule,
  type Regime,
  type RegimeId,
} from './domain/regimes/regime.js';
export { rederivedDue, resumedDue, type ResumedDue } from './domain/resumed-due.js';
export {
  termsFor,
  whyNotStricter,
  type ClockTerms,
  type OverrideScope,
  type RuleOverride,
  type TermsFacts,
} from './domain/rule-override.js';
export { bases, type Basis, type Label, type Source } from './domain/source.js';
export { tierOf, tiers, type Tier } from './domain/tiers.js';
export { usFederalCalendar } from './domain/us-federal-calendar.js';
export {
  counterReasons,
  dispositions,
  evidenceKinds,
  grounds,
  proceedingKinds,
  refusalReasons,
  rights,
  serviceTypes,
  workCategories,
  type CounterReason,
  type Disposition,
  type EvidenceKind,
  type Ground,
  type ProceedingKind,
  type RefusalReason,
  type Right,
  type ServiceType,
  type WorkCategory,
} from './domain/vocabulary.js';
export { isTimeZone } from './domain/zone-days.js';
