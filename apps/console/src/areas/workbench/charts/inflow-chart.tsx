import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { amounts, categories, legend, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { palette } from '../../../parts/chart/palette.js';
import { shortDay } from '../../../words/dates.js';
import { words } from './words.js';

/** Items of a platform that came in, were handled, and stayed. */
export function InflowChart({ days }: { days: number }) {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'inflow', days],
    queryFn: () => taken(api.GET('/v1/statistics/inflow', { params: { query: { days } } })),
  });
  const draw = ({ days: rows }: Schemas['InflowView']) => ({
    rows: rows.map((row) => ({ id: row.date, ...row })).toReversed(),
    columns: [
      { key: 'date', title: say('date'), show: ({ date }: { date: string }) => date },
      ...(['received', 'handled', 'backlog'] as const).map((key) => ({
        key,
        title: say(`inflow.${key}`),
        align: 'end' as const,
        show: (row: Schemas['InflowDayView']) => row[key],
      })),
    ],
    isEmpty: rows.every(({ received, handled, backlog }) => received + handled + backlog === 0),
    option: {
      grid: plane,
      legend,
      tooltip: { trigger: 'axis' },
      xAxis: categories(rows.map(({ date }) => shortDay(date))),
      yAxis: amounts(),
      series: [
        {
          type: 'bar',
          name: say('inflow.received'),
          data: rows.map(({ received }) => received),
          color: palette.blue,
          barMaxWidth: 18,
        },
        {
          type: 'bar',
          name: say('inflow.handled'),
          data: rows.map(({ handled }) => handled),
          color: palette.green,
          barMaxWidth: 18,
        },
        {
          type: 'line',
          name: say('inflow.backlog'),
          data: rows.map(({ backlog }) => backlog),
          color: palette.orange,
          symbol: 'circle',
          symbolSize: 5,
        },
      ],
    },
  });
  return (
    <ChartPanel
      title={say('inflow.title')}
      note={say('inflow.note')}
      empty={say('nothing')}
      csv={`/v1/statistics/inflow?days=${days}&format=csv`}
      figures={figures}
      draw={draw}
    />
  );
}
