import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client.js';
import { categories, plane } from '../../../parts/chart/axes.js';
import { ChartPanel } from '../../../parts/chart/chart-panel.js';
import { heat, ink } from '../../../parts/chart/palette.js';
import { shortDay } from '../../../words/dates.js';
import { words } from './words.js';

type Cell = Schemas['OverdueCellView'];

/** Where and when clocks of platforms ran out: regions down, weeks across. */
export function OverdueMap({ days }: { days: number }) {
  const say = words.use();
  const figures = useQuery({
    queryKey: ['statistics', 'overdue-map', days],
    queryFn: () => taken(api.GET('/v1/statistics/overdue-map', { params: { query: { days } } })),
  });
  const draw = ({ weeks, cells }: Schemas['OverdueMapView']) => {
    const names = new Map(cells.map(({ regionCode, regionName }) => [regionCode, regionName]));
    const regions = [...names.keys()];
    return {
      rows: cells.map((cell) => ({ id: `${cell.regionCode} ${cell.week}`, ...cell })),
      columns: [
        { key: 'region', title: say('map.region'), show: ({ regionName }: Cell) => regionName },
        { key: 'week', title: say('week'), show: ({ week }: Cell) => week },
        { key: 'breaches', title: say('map.breaches'), align: 'end' as const, show: ({ breaches }: Cell) => breaches },
      ],
      isEmpty: cells.length === 0,
      option: {
        grid: { ...plane, top: 4, bottom: 44 },
        tooltip: {
          formatter: ({ value: [week, region, count] }: { value: [number, number, number] }) =>
            `${names.get(regions[region]!)} · ${weeks[week]}\n${say('map.breaches')} ${count}`,
        },
        xAxis: categories(weeks.map(shortDay)),
        yAxis: categories([...names.values()], {
          inverse: true,
          axisLabel: { width: 120, overflow: 'truncate', color: ink },
        }),
        visualMap: {
          min: 0,
          max: Math.max(1, ...cells.map(({ breaches }) => breaches)),
          orient: 'horizontal',
          left: 0,
          bottom: 0,
          itemHeight: 120,
          inRange: { color: [...heat] },
          textStyle: { color: ink },
          text: [say('map.breaches'), '0'],
        },
        series: [
          {
            type: 'heatmap',
            name: say('map.breaches'),
            data: cells.map(({ regionCode, week, breaches }) => ({
              value: [weeks.indexOf(week), regions.indexOf(regionCode), breaches],
            })),
            label: { show: true },
            itemStyle: { borderColor: '#fff', borderWidth: 2 },
          },
        ],
      },
    };
  };
  return (
    <ChartPanel
      title={say('map.title')}
      note={say('map.note')}
      empty={say('map.nothing')}
      csv={`/v1/statistics/overdue-map?days=${days}&format=csv`}
      figures={figures}
      draw={draw}
      isWide
    />
  );
}
