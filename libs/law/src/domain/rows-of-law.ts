interface Versioned {
  id: string;
  version: number;
}

/** Rows of law with all their versions: what was pinned to a version keeps it, whatever is enacted later. */
export interface RowsOfLaw<Row extends Versioned> {
  /** The latest version of each row, in the order in which the rows are written. */
  current: readonly Row[];
  /** The row in that version, without one the latest; undefined where there is none. */
  find(id: string, version?: number): Row | undefined;
}

/** A later version is one more row, added with the release that is made when it comes into force. */
export function rowsOfLaw<Row extends Versioned>(history: readonly Row[]): RowsOfLaw<Row> {
  const latest = new Map<string, Row>();
  const pinned = new Map<string, Row>();
  for (const row of history) {
    pinned.set(`${row.id} ${row.version}`, row);
    if (row.version > (latest.get(row.id)?.version ?? 0)) latest.set(row.id, row);
  }
  return {
    current: [...latest.values()],
    find: (id, version) => (version === undefined ? latest.get(id) : pinned.get(`${id} ${version}`)),
  };
}
