export { type AgeBucket, ageBuckets, ageingOf, type AgeingRow } from './ageing.js';
export { type DecisionPeriod, decisionTimesOf, decisionUnit } from './decision-times.js';
export { funnelOf, type FunnelRow, funnelSteps } from './funnel.js';
export { type InflowDay, inflowOf } from './inflow.js';
export { jurisdictionOf } from './jurisdiction.js';
export { type OverdueCell, type OverdueMap, overdueMap } from './overdue-map.js';
export { type PlatformFigures, platformFigures } from './platform-figures.js';
export { countWaiting, type WaitedFor, type WaitingCount, workbenchKeys } from './waiting.js';
export { nearestDue, type NearestDue } from './nearest-due.js';
