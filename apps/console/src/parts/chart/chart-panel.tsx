import { Segmented, Skeleton } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState } from 'react';
import { currentLanguage } from '../../words/language.js';
import { type Column, Rows } from '../entry-table.js';
import { Reading } from '../reading.js';
import './chart-panel.css';
import { words } from './words.js';

const DrawnChart = lazy(() => import('./drawn-chart.js').then((file) => ({ default: file.DrawnChart })));

export interface Drawing<Row extends { id: string }> {
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  option: EChartsCoreOption;
  /** There is nothing to draw. */
  isEmpty: boolean;
}

interface Read<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Figures as a chart and as a table, which says the same to whoever cannot see it, and as a file. */
export function ChartPanel<T, Row extends { id: string }>({
  title,
  note,
  empty,
  csv,
  figures,
  draw,
  firstView = 'chart',
  isWide = false,
}: {
  title: string;
  /** What is counted, in a sentence. */
  note: string;
  /** Why there is nothing. */
  empty: string;
  /** Where the same comes as CSV. */
  csv: string;
  figures: Read<T>;
  draw: (figures: T) => Drawing<Row>;
  firstView?: 'chart' | 'table';
  /** Many names or columns: it gets the whole line. */
  isWide?: boolean;
}) {
  const say = words.use();
  const [view, setView] = useState(firstView);
  return (
    <section className={`panel chart-panel${isWide ? ' is-wide' : ''}`} aria-label={title}>
      <div className="chart-panel-head">
        <h3>{title}</h3>
        <div className="chart-panel-acts">
          <a href={csv} download aria-label={say('csvOf', { title })}>
            {say('csv')}
          </a>
          <Segmented
            size="small"
            aria-label={say('view', { title })}
            value={view}
            onChange={setView}
            options={(['chart', 'table'] as const).map((value) => ({ value, label: say(value) }))}
          />
        </div>
      </div>
      <p className="quiet">{note}</p>
      <div className="chart-panel-body">
        <Reading of={figures} rows={6}>
          {(data) => {
            const { rows, columns, option, isEmpty } = draw(data);
            if (view === 'table' && rows.length > 0) {
              return (
                // what scrolls has to be reached by keyboard
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                <div className="chart-panel-table" tabIndex={0} role="group" aria-label={title}>
                  <Rows label={title} rows={rows} columns={columns} />
                </div>
              );
            }
            if (isEmpty) return <p className="chart-panel-empty">{empty}</p>;
            return (
              <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 6 }} />}>
                <DrawnChart key={currentLanguage()} option={option} label={title} />
              </Suspense>
            );
          }}
        </Reading>
      </div>
    </section>
  );
}
