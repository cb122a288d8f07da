import {
  ageBuckets,
  type AgeingRow,
  type DecisionPeriod,
  type FunnelRow,
  funnelSteps,
  type InflowDay,
  type OverdueCell,
  type PlatformFigures,
} from '#statistics';
import { Shown } from '../http/shown.js';

const day = { description: 'A day in Beijing, e.g. 2026-11-25.' };

export class InflowDayView implements InflowDay {
  @Shown('text', day) date: string;
  @Shown('whole', { description: 'Items served on it.' }) received: number;
  @Shown('whole', { description: 'Items decided, withdrawn or ordered for the first time on it.' }) handled: number;
  @Shown('whole', { description: 'Items on which a decision is owed at its end.' }) backlog: number;
}

export class InflowView {
  @Shown(() => InflowDayView, { list: true }) days: InflowDayView[];
}

export class DecisionPeriodView implements DecisionPeriod {
  @Shown('text', day) from: string;
  @Shown('whole', { description: 'Items decided for the first time.' }) decided: number;
  @Shown('whole') withinClock: number;
  @Shown('whole', { nullable: true, description: 'From service; null where nothing was decided.' })
  p50Seconds: number | null;
  @Shown('whole', { nullable: true }) p90Seconds: number | null;
  @Shown('whole', { nullable: true, description: 'The median length of the clocks that ran.' })
  clockSeconds: number | null;
}

export class DecisionTimesView {
  @Shown(['day', 'week'], { description: 'By week, from its Monday, where more than 31 days are asked for.' })
  unit: string;
  @Shown(() => DecisionPeriodView, { list: true }) periods: DecisionPeriodView[];
}

export class AgeBucketView implements AgeingRow {
  @Shown(ageBuckets) bucket: AgeingRow['bucket'];
  @Shown('whole') open: number;
  @Shown('whole') overdue: number;
}

export class AgeingView {
  @Shown(() => AgeBucketView, { list: true, description: 'Youngest first, empty ones too.' }) buckets: AgeBucketView[];
}

export class FunnelStepView implements FunnelRow {
  @Shown(funnelSteps) step: FunnelRow['step'];
  @Shown('whole') items: number;
}

export class FunnelView {
  @Shown(() => FunnelStepView, { list: true }) steps: FunnelStepView[];
}

export class PlatformFiguresView implements PlatformFigures {
  @Shown('uuid') platformId: string;
  @Shown('text') platformName: string;
  @Shown('whole', { description: 'Items served in the period.' }) served: number;
  @Shown('whole') decidedInTime: number;
  @Shown('whole') decidedLate: number;
  @Shown('number', { nullable: true, description: 'From service to decision.' }) medianHours: number | null;
  @Shown('whole', { description: 'Items overdue now, whenever served.' }) overdueOpen: number;
  @Shown('whole') escalationsOpen: number;
}

export class PlatformFiguresList {
  @Shown(() => PlatformFiguresView, { list: true, description: 'Most overdue first; at most fifty.' })
  platforms: PlatformFiguresView[];
}

export class OverdueCellView implements OverdueCell {
  @Shown('text') regionCode: string;
  @Shown('text') regionName: string;
  @Shown('text', { description: 'Its Monday.' }) week: string;
  @Shown('whole') breaches: number;
}

export class OverdueMapView {
  @Shown('text', { list: true, description: 'The Mondays of the period, empty weeks too.' }) weeks: string[];
  @Shown(() => OverdueCellView, { list: true, description: 'Where and when clocks of platforms ran out.' })
  cells: OverdueCellView[];
}
