import { layPages } from './lay-pages.js';
import { heightOf, type Row } from './row.js';

/** A row of so many lines of 10 points each; its first line is its name. */
function row(name: string, lines: number, more: Partial<Row> = {}): Row {
  const size = 10 / 1.42;
  const texts = Array.from({ length: lines }, (_, index) => (index === 0 ? name : `${name}${index}`));
  const cell = {
    x: 0,
    width: 1,
    lines: texts.map((text) => ({ text, face: 'regular' as const, size, color: '#000' })),
  };
  return { cells: [cell], isBordered: false, padding: 0, ...more };
}
const names = (pages: Row[][]) => pages.map((page) => page.map(({ cells }) => cells[0]!.lines[0]!.text));

it('rows fill pages, and none is cut', () => {
  expect(names(layPages([row('a', 4), row('b', 4), row('c', 4)], 100))).toEqual([['a', 'b'], ['c']]);
});

it('a row stays with the one below it', () => {
  const bar = row('bar', 1, { isKeptWithNext: true });
  expect(names(layPages([row('a', 8), bar, row('b', 2)], 100))).toEqual([['a'], ['bar', 'b']]);
});

it('a table goes on under its header', () => {
  const header = row('head', 1);
  const rows = ['a', 'b', 'c'].map((name) => row(name, 4, { header }));
  expect(names(layPages([{ ...header, isKeptWithNext: true }, ...rows], 100))).toEqual([
    ['head', 'a', 'b'],
    ['head', 'c'],
  ]);
});

it('a row that is higher than a page is cut between lines, and goes on under its header', () => {
  const header = row('head', 1);
  const pages = layPages([{ ...header, isKeptWithNext: true }, row('a', 25, { header })], 100);
  expect(names(pages)).toEqual([
    ['head', 'a'],
    ['head', 'a9'],
    ['head', 'a18'],
  ]);
  const lines = pages.flatMap((page) => page.slice(1).flatMap(({ cells }) => cells[0]!.lines));
  expect(lines).toHaveLength(25);
});

it('a header is never left alone at the foot of a page', () => {
  const header = row('head', 1);
  const pages = layPages([row('x', 8), { ...header, isKeptWithNext: true }, row('a', 25, { header })], 100);
  expect(names(pages).slice(0, 2)).toEqual([['x'], ['head', 'a']]);
});

it('no page is higher than its height', () => {
  const header = row('head', 2);
  const rows = Array.from({ length: 200 }, (_, index) => row(`r${index}`, 1 + (index % 13), { header }));
  for (const page of layPages(rows, 100))
    expect(page.reduce((sum, each) => sum + heightOf(each), 0)).toBeLessThanOrEqual(100.01);
});
