export { addRuleOverride, endRuleOverride } from './add-rule-override.js';
export { calendarsInForce, forgetCalendars, jurisdictions, publishCalendar, type Calendars } from './calendars.js';
export {
  calendarOutlook,
  type CalendarOutlook,
  type CalendarRow,
  findCalendar,
  listCalendars,
  mergedYear,
  type MergedYear,
  warningsOf,
} from './calendars.queries.js';

export { type DeadlineRow, deadlinesOfNotices, sweepLateness } from './deadlines.queries.js';
export { viewDeadline, type DeadlineView } from './domain/deadline-view.js';
export { type DeadlineTerms, markAt, nearestDue, planDeadline, type PlannedDeadline } from './domain/plan-deadline.js';
export { extendDeadline } from './extend-deadline.js';
export { importCalendar } from './import-calendar.js';
export { rederiveDeadlinesTaskName, type RederiveDeadlinesPayload } from './rederivation-job.js';
export { deadlinesToRederive, type MovedDeadline, papersInForce, rederiveDeadlines } from './rederive-deadlines.js';
export {
  findRuleOverride,
  forgetOverrides,
  listRuleOverrides,
  overridesInForce,
  type RuleOverrideRow,
} from './rule-overrides.queries.js';
export { seedOverrides } from './seed-overrides.js';
export { deadlineRecord, insertDeadlines, startDeadlines } from './start-deadlines.js';
export type { DeadlineKey } from './deadline-keys.js';
export { pauseDeadlines, resumeDeadlines } from './pause-deadlines.js';
export { stopDeadlines, type StopOrder } from './stop-deadlines.js';
export {
  endTierGrant,
  findTierGrant,
  grantTier,
  greenChannelOf,
  isGreenChannel,
  listTierGrants,
  type TierGrantRow,
} from './tier-grants.js';
export { type DueMark, type ExpiredClock, findExpired, recordLastMarks, takeDue } from './take-due.js';
import { CalendarEntity } from './calendar.entity.js';
import { DeadlineEntity, DeadlineMarkEntity } from './deadline.entity.js';
import { RuleOverrideEntity } from './rule-override.entity.js';
import { TierGrantEntity } from './tier-grant.entity.js';

export const deadlineEntities = [
  CalendarEntity,
  DeadlineEntity,
  DeadlineMarkEntity,
  RuleOverrideEntity,
  TierGrantEntity,
];
