import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { amounts, categories, legend, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { palette } from '../../../parts/chart/palette.js';
import { words } from './words.js';

type Platform = Schemas['PlatformFiguresView'];
/** A chart holds so many names; the table holds all. */
const drawn = 10;

/** How the platforms of a regulator's regions answer; the table comes first. */
export function PlatformFigures({ days }: { days: number }) {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'platforms', days],
    queryFn: () => taken(api.GET('/v1/statistics/platforms', { params: { query: { days } } })),
  });
  const number = (key: string, title: string, show: (row: Platform) => number | string) => ({
    key,
    title,
    align: 'end' as const,
    show,
  });
  const draw = ({ platforms }: Schemas['PlatformFiguresList']) => {
    const first = platforms.slice(0, drawn);
    const bar = (name: string, color: string, of: (row: Platform) => number) => ({
      type: 'bar',
      stack: 'items',
      name,
      color,
      data: first.map(of),
      barMaxWidth: 22,
    });
    return {
      rows: platforms.map((row) => ({ id: row.platformId, ...row })),
      columns: [
        {
          key: 'name',
          title: say('platforms.platform'),
          width: '24%',
          show: ({ platformName }: Platform) => platformName,
        },
        number('served', say('platforms.served'), ({ served }) => served),
        number('in', say('platforms.inTime'), ({ decidedInTime }) => decidedInTime),
        number('late', say('platforms.late'), ({ decidedLate }) => decidedLate),
        number('median', say('platforms.median'), ({ medianHours }) => medianHours?.toFixed(1) ?? '—'),
        number('overdue', say('platforms.overdue'), ({ overdueOpen }) => overdueOpen),
        number('escalations', say('platforms.escalations'), ({ escalationsOpen }) => escalationsOpen),
      ],
      isEmpty: platforms.length === 0,
      option: {
        grid: plane,
        legend,
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: amounts(),
        yAxis: categories(
          first.map(({ platformName }) => platformName),
          { inverse: true, axisLabel: { width: 120, overflow: 'truncate', color: '#475467' } },
        ),
        series: [
          bar(say('platforms.inTime'), palette.green, ({ decidedInTime }) => decidedInTime),
          bar(say('platforms.late'), palette.purple, ({ decidedLate }) => decidedLate),
          bar(say('platforms.overdue'), palette.orange, ({ overdueOpen }) => overdueOpen),
        ],
      },
    };
  };
  return (
    <ChartPanel
      title={say('platforms.title')}
      note={say('platforms.note')}
      empty={say('platforms.nothing')}
      csv={`/v1/statistics/platforms?days=${days}&format=csv`}
      figures={figures}
      draw={draw}
      firstView="table"
      isWide
    />
  );
}
