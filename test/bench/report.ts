import { shown } from './statistics.js';

export interface Figure {
  name: string;
  /** Within this run; what counts. Null where there is nothing to compare with. */
  ratio: number | null;
  goal?: string;
  /** Of this machine at this hour, by what is counted. */
  absolute: Record<string, number | string>;
}

export function table(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, ratio, goal, absolute }) => {
    const figuresBeside = Object.entries(absolute).map(
      ([what, value]) => `${what} ${typeof value === 'number' ? shown(value) : value}`,
    );
    return `| ${name} | ${ratio === null ? '' : shown(ratio)} | ${goal ?? ''} | ${figuresBeside.join('; ')} |`;
  });
  return ['| what | ratio | goal | absolute |', '|---|---:|---|---|', ...lines].join('\n');
}
