import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { amounts, categories, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { ink, palette } from '../../../parts/chart/palette.js';
import { words } from './words.js';

type Step = Schemas['FunnelStepView'];

/** How far the items of a complainant got: 通知→送达→受理→处置→反通知→恢复. */
export function FunnelChart({ days }: { days: number }) {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'funnel', days],
    queryFn: () => taken(api.GET('/v1/statistics/funnel', { params: { query: { days } } })),
  });
  const draw = ({ steps }: Schemas['FunnelView']) => {
    const all = steps[0]?.items ?? 0;
    const share = (items: number) => (all === 0 ? '—' : `${Math.round((items / all) * 100)} %`);
    return {
      rows: steps.map((row) => ({ id: row.step, ...row })),
      columns: [
        { key: 'step', title: say('funnel.step'), show: ({ step }: Step) => say(`funnel.steps.${step}`) },
        { key: 'items', title: say('items'), align: 'end' as const, show: ({ items }: Step) => items },
        { key: 'share', title: say('funnel.share'), align: 'end' as const, show: ({ items }: Step) => share(items) },
      ],
      isEmpty: all === 0,
      option: {
        grid: { ...plane, top: 4, right: 84 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: amounts(),
        yAxis: categories(
          steps.map(({ step }) => say(`funnel.steps.${step}`)),
          { inverse: true },
        ),
        series: [
          {
            type: 'bar',
            name: say('items'),
            data: steps.map(({ items }) => items),
            color: palette.blue,
            barMaxWidth: 26,
            label: {
              show: true,
              position: 'right',
              color: ink,
              formatter: ({ value }: { value: number }) => `${value}  ${share(value)}`,
            },
          },
        ],
      },
    };
  };
  return (
    <ChartPanel
      title={say('funnel.title')}
      note={say('funnel.note')}
      empty={say('funnel.nothing')}
      csv={`/v1/statistics/funnel?days=${days}&format=csv`}
      figures={figures}
      draw={draw}
    />
  );
}
