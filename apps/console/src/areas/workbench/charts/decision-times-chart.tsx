import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { amounts, categories, legend, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { palette } from '../../../parts/chart/palette.js';
import { shortDay } from '../../../words/dates.js';
import { duration } from '../../../words/durations.js';
import { words } from './words.js';

type Period = Schemas['DecisionPeriodView'];

const inHours = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 360) / 10);
const inWords = (seconds: number | null) => (seconds === null ? '—' : duration(seconds));

/** How long the decisions of a platform took, beside how long they were allowed to take. */
export function DecisionTimesChart({ days }: { days: number }) {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'decision-times', days],
    queryFn: () => taken(api.GET('/v1/statistics/decision-times', { params: { query: { days } } })),
  });
  const line = (name: string, periods: Period[], key: 'p50Seconds' | 'p90Seconds' | 'clockSeconds', look: object) => ({
    type: 'line',
    name,
    data: periods.map((period) => inHours(period[key])),
    connectNulls: true,
    symbolSize: 6,
    ...look,
  });
  const draw = ({ unit, periods }: Schemas['DecisionTimesView']) => ({
    rows: periods.map((period) => ({ id: period.from, ...period })).toReversed(),
    columns: [
      { key: 'from', title: say(unit === 'week' ? 'week' : 'date'), show: ({ from }: Period) => from },
      { key: 'decided', title: say('times.decided'), align: 'end' as const, show: ({ decided }: Period) => decided },
      { key: 'in', title: say('times.inTime'), align: 'end' as const, show: ({ withinClock }: Period) => withinClock },
      { key: 'p50', title: 'p50', show: ({ p50Seconds }: Period) => inWords(p50Seconds) },
      { key: 'p90', title: 'p90', show: ({ p90Seconds }: Period) => inWords(p90Seconds) },
      { key: 'clock', title: say('times.clock'), show: ({ clockSeconds }: Period) => inWords(clockSeconds) },
    ],
    isEmpty: periods.every(({ decided }) => decided === 0),
    option: {
      grid: { ...plane, top: 52 },
      legend,
      tooltip: {
        trigger: 'axis',
        valueFormatter: (hours?: number | null) => (typeof hours === 'number' ? `${hours} ${say('hours')}` : '—'),
      },
      xAxis: categories(periods.map(({ from }) => shortDay(from))),
      yAxis: amounts({ minInterval: 0, name: say('hours'), nameGap: 8 }),
      series: [
        line(say('times.p50'), periods, 'p50Seconds', { color: palette.blue, symbol: 'circle' }),
        line(say('times.p90'), periods, 'p90Seconds', { color: palette.purple, symbol: 'triangle' }),
        line(say('times.clock'), periods, 'clockSeconds', {
          color: palette.orange,
          symbol: 'none',
          lineStyle: { type: 'dashed' },
        }),
      ],
    },
  });
  return (
    <ChartPanel
      title={say('times.title')}
      note={say('times.note')}
      empty={say('nothing')}
      csv={`/v1/statistics/decision-times?days=${days}&format=csv`}
      figures={figures}
      draw={draw}
    />
  );
}
