export type Face = 'regular' | 'bold';

export interface Line {
  text: string;
  face: Face;
  /** Points. */
  size: number;
  color: string;
}

export interface Cell {
  /** Left edge inside the body, and width; points. */
  x: number;
  width: number;
  lines: readonly Line[];
  align?: 'left' | 'center' | 'right';
  fill?: string;
}

/** What stands side by side and is never cut, unless it is higher than a page. */
export interface Row {
  cells: readonly Cell[];
  isBordered: boolean;
  /** Blank above and below the text of each cell; points. */
  padding: number;
  /** Stays on one page with the row below it. */
  isKeptWithNext?: boolean;
  /** Stands again on top of each page that begins within its table. */
  header?: Row;
}

/** Distance of baselines; Chinese wants more air than Latin. */
export const leadingOf = (line: Line): number => line.size * 1.42;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

export function heightOf(row: Row): number {
  return 2 * row.padding + Math.max(0, ...row.cells.map(({ lines }) => sum(lines.map(leadingOf))));
}

/** Cuts a row that is higher than a page between two lines; at least one line goes to the head. */
export function splitRow(row: Row, room: number): [head: Row, tail: Row] {
  const cuts = row.cells.map(({ lines }) => {
    let [height, count] = [2 * row.padding, 0];
    while (count < lines.length && (height += leadingOf(lines[count]!)) <= room) count++;
    return Math.max(1, count);
  });
  const part = (take: (lines: readonly Line[], cut: number) => readonly Line[]): Row => ({
    ...row,
    cells: row.cells.map((cell, index) => ({ ...cell, lines: take(cell.lines, cuts[index]!) })),
  });
  return [part((lines, cut) => lines.slice(0, cut)), part((lines, cut) => lines.slice(cut))];
}
