import { heightOf, type Row, splitRow } from './row.js';

/**
 * Puts rows on pages of this height. A row is not cut unless it alone is higher than a page; what is kept with its next
 * moves with it; a table goes on under its own header.
 */
export function layPages(rows: readonly Row[], height: number): Row[][] {
  const pages: Row[][] = [];
  let page: Row[] = [];
  let room = height;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    room = height;
  };
  const put = (row: Row) => {
    page.push(row);
    room -= heightOf(row);
  };
  for (const group of groupsOf(rows)) {
    if (page.length > 0 && leastOf(group, height) > room) turn();
    for (const whole of group) {
      let row = whole;
      for (;;) {
        const isContinued = page.length === 0 && row.header !== undefined;
        if (isContinued) put(row.header!);
        if (heightOf(row) <= room) break;
        const isFresh = page.length === (isContinued ? 1 : 0);
        if (heightOf(row) <= height - headerHeight(row) || (!isFresh && room < height / 3)) {
          turn();
          continue;
        }
        const [head, tail] = splitRow(row, room);
        put(head);
        turn();
        row = tail;
      }
      put(row);
    }
  }
  turn();
  return pages;
}

/** What a group must find on a page to begin there: all of it; if that is too much, a third of a page of its last row. */
function leastOf(group: readonly Row[], height: number): number {
  const whole = heightOfAll(group);
  return whole <= height ? whole : heightOfAll(group.slice(0, -1)) + height / 3;
}

const headerHeight = ({ header }: Row) => (header ? heightOf(header) : 0);
const heightOfAll = (rows: readonly Row[]) => rows.reduce((total, row) => total + heightOf(row), 0);

function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let isOpen = false;
  for (const row of rows) {
    if (isOpen) groups.at(-1)!.push(row);
    else groups.push([row]);
    isOpen = row.isKeptWithNext ?? false;
  }
  return groups;
}
