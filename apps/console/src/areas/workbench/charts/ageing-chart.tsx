import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { amounts, categories, legend, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { palette } from '../../../parts/chart/palette.js';
import { words } from './words.js';

type Bucket = Schemas['AgeBucketView'];

/** What a platform owes a decision on now, by how long it has owed it. */
export function AgeingChart() {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'ageing'],
    queryFn: () => taken(api.GET('/v1/statistics/ageing')),
  });
  const draw = ({ buckets }: Schemas['AgeingView']) => ({
    rows: buckets.map((row) => ({ id: row.bucket, ...row })),
    columns: [
      { key: 'bucket', title: say('ageing.bucket'), show: ({ bucket }: Bucket) => say(`ageing.buckets.${bucket}`) },
      { key: 'open', title: say('ageing.open'), align: 'end' as const, show: ({ open }: Bucket) => open },
      { key: 'overdue', title: say('ageing.overdue'), align: 'end' as const, show: ({ overdue }: Bucket) => overdue },
    ],
    isEmpty: buckets.every(({ open }) => open === 0),
    option: {
      grid: plane,
      legend,
      tooltip: { trigger: 'axis' },
      xAxis: categories(buckets.map(({ bucket }) => say(`ageing.buckets.${bucket}`))),
      yAxis: amounts(),
      series: [
        {
          type: 'bar',
          stack: 'open',
          name: say('ageing.inTime'),
          data: buckets.map(({ open, overdue }) => open - overdue),
          color: palette.blue,
          barMaxWidth: 48,
        },
        {
          type: 'bar',
          stack: 'open',
          name: say('ageing.overdue'),
          data: buckets.map(({ overdue }) => overdue),
          color: palette.orange,
          barMaxWidth: 48,
        },
      ],
    },
  });
  return (
    <ChartPanel
      title={say('ageing.title')}
      note={say('ageing.note')}
      empty={say('ageing.nothing')}
      csv="/v1/statistics/ageing?format=csv"
      figures={figures}
      draw={draw}
    />
  );
}
