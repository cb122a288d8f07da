export { buildCalendar, type Calendar, type CalendarDay } from './domain/calendar.js';
export { chinaCalendarDays, type ChinaCalendarDays } from './domain/china-calendar.js';
export { clockRule, clockRules } from './domain/clock-rules.js';
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
export { computeDue, type Calendars, type DueDate } from './domain/due-date.js';
export { elementIds, type ElementId } from './domain/elements.js';
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
export { regimeFor, regimeIds, regimes, type ElementRule, type Regime, type RegimeId } from './domain/regimes.js';
export { bases, type Basis, type Label, type Source } from './domain/source.js';
export { usFederalCalendar } from './domain/us-federal-calendar.js';
export {
  dispositions,
  evidenceKinds,
  grounds,
  refusalReasons,
  serviceTypes,
  workCategories,
  type Disposition,
  type EvidenceKind,
  type Ground,
  type RefusalReason,
  type ServiceType,
  type WorkCategory,
} from './domain/vocabulary.js';
