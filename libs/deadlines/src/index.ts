export { calendarsInForce, publishCalendar, type Calendars } from './calendars.js';

export { type DeadlineRow, deadlinesOfNotices, sweepLateness } from './deadlines.queries.js';
export { viewDeadline, type DeadlineView } from './domain/deadline-view.js';
export { nearestDue, planDeadline, type PlannedDeadline } from './domain/plan-deadline.js';
export { deadlineRecord, insertDeadlines, startDeadlines } from './start-deadlines.js';
export { stopDeadlines, type StopOrder } from './stop-deadlines.js';
export { takeDue, type DueMark } from './take-due.js';
import { CalendarEntity } from './calendar.entity.js';
import { DeadlineEntity, DeadlineMarkEntity } from './deadline.entity.js';

export const deadlineEntities = [CalendarEntity, DeadlineEntity, DeadlineMarkEntity];
