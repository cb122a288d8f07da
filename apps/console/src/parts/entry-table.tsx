import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../api/pages.js';
import { words } from '../shell/words.js';
import './entry-table.css';
import { ListFile } from './list-file.js';
import { ProblemNote } from './problem-note.js';

export interface Column<T> {
  key: string;
  title: string;
  show: (row: T) => ReactNode;
  /** CSS width; what is left is shared by the columns without. */
  width?: string;
  align?: 'end';
}

/**
 * A list page by page: a table on a laptop, cards with the column's names on a phone. Rows that are already shown stay
 * where they are while more is read.
 */
export function EntryTable<T extends { id: string }>({
  label,
  pages,
  columns,
  nothing,
  file,
}: {
  label: string;
  pages: Pages<T>;
  columns: ReadonlyArray<Column<T>>;
  nothing: ReactNode;
  /** Where the whole list is had as CSV (`fileOf`). */
  file?: string;
}) {
  const say = words.use();
  const { rows, isLoading, failure, hasMore, isLoadingMore, more, again } = pages;
  if (isLoading) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (failure && rows.length === 0) return <ProblemNote failure={failure} again={again} />;
  if (rows.length === 0) return <>{nothing}</>;
  return (
    <div className="entry-table-place">
      <Rows label={label} rows={rows} columns={columns} />
      {failure && <ProblemNote failure={failure} again={again} />}
      {hasMore && (
        <Button className="entry-more" loading={isLoadingMore} onClick={more}>
          {say('more')}
        </Button>
      )}
      {file && <ListFile address={file} label={label} />}
    </div>
  );
}

/** The rows alone, for a list that comes whole. */
export function Rows<T extends { id: string }>({
  label,
  rows,
  columns,
}: {
  label: string;
  rows: readonly T[];
  columns: ReadonlyArray<Column<T>>;
}) {
  return (
    <table className="entry-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title, width, align }) => (
            <th key={key} scope="col" style={{ width, textAlign: align }}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ key, title, show, align }) => (
              <td key={key} data-title={title} style={{ textAlign: align }}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
