import { Segmented } from 'antd';
import { hasScope, useSignedIn } from '../../api/me.js';
import { useFilters } from '../../parts/use-filters.js';
import { AgeingChart } from './charts/ageing-chart.js';
import { DecisionTimesChart } from './charts/decision-times-chart.js';
import { FunnelChart } from './charts/funnel-chart.js';
import { InflowChart } from './charts/inflow-chart.js';
import { OverdueMap } from './charts/overdue-map.js';
import { PlatformFigures } from './charts/platform-figures.js';
import { words } from './words.js';

const periods = [7, 30, 90];

/** The charts of whoever is signed in, over a period that the address holds. */
export function Figures() {
  const say = words.use();
  const [{ days: asked }, change] = useFilters(['days']);
  const days = periods.find((length) => String(length) === asked) ?? 30;
  const charts = useCharts(days);
  if (!charts) return null;
  return (
    <section aria-label={say('figures')}>
      <div className="figures-head">
        <h2>{say('figures')}</h2>
        <Segmented
          aria-label={say('period')}
          value={days}
          options={periods.map((value) => ({ value, label: say('days', { count: value }) }))}
          onChange={(value) => change({ days: value === 30 ? undefined : String(value) })}
        />
      </div>
      <div className="figures">{charts}</div>
    </section>
  );
}

function useCharts(days: number) {
  const me = useSignedIn();
  switch (me.organization.kind) {
    case 'platform':
      return (
        hasScope(me, 'notices:read') && (
          <>
            <InflowChart days={days} />
            <DecisionTimesChart days={days} />
            <AgeingChart />
          </>
        )
      );
    case 'rights_holder':
    case 'agent':
      return hasScope(me, 'complaints:read') && <FunnelChart days={days} />;
    case 'regulator':
      return (
        hasScope(me, 'escalations:read') && (
          <>
            <PlatformFigures days={days} />
            <OverdueMap days={days} />
          </>
        )
      );
    default:
      return null;
  }
}
