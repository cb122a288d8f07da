import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { currentLanguage } from '../../words/language.js';
import { ink } from './palette.js';

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  TooltipComponent,
  VisualMapComponent,
]);

/** A chart on a canvas, in the language of its making. It tells of itself in words, keeps to its place, and stands still for whoever wants no motion. */
export function DrawnChart({ option, label }: { option: EChartsCoreOption; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    const drawn = init(place.current, null, { renderer: 'canvas', locale: currentLanguage() === 'zh' ? 'ZH' : 'EN' });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(place.current!);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const { tooltip, ...rest } = option;
    chart.current?.setOption(
      {
        textStyle: { fontFamily: getComputedStyle(place.current!).fontFamily, color: ink },
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        aria: { enabled: true, label: { general: { withTitle: label, withoutTitle: label } } },
        // a tooltip of HTML would write styles into the page, which its policy forbids
        tooltip: { renderMode: 'richText', confine: true, ...(tooltip as object) },
        ...rest,
      },
      { notMerge: true },
    );
  }, [option, label]);
  return <div ref={place} className="drawn-chart" role="img" aria-label={label} />;
}
