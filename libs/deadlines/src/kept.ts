import type { Tx } from '#database';
import { DataSource } from 'typeorm';

/** For how long a process may go by what it read before; a change reaches every process within that time. */
export const keptFor = 60_000;

interface Copy<T> {
  value: Promise<T>;
  until: number;
}

/** Reads once a minute and database what hardly ever changes and every filing needs. */
export class Kept<T> {
  private readonly copies = new WeakMap<DataSource, Copy<T>>();

  constructor(private readonly load: (db: Tx | DataSource) => Promise<T>) {}

  read(db: Tx | DataSource): Promise<T> {
    const database = databaseOf(db);
    const known = this.copies.get(database);
    if (known && known.until > performance.now()) return known.value;
    const value = this.load(db);
    this.copies.set(database, { value, until: performance.now() + keptFor });
    value.catch(() => this.copies.delete(database));
    return value;
  }

  /** For whoever changed it and has committed: this process reads anew at once. */
  forget(db: Tx | DataSource): void {
    this.copies.delete(databaseOf(db));
  }
}

function databaseOf(db: Tx | DataSource): DataSource {
  return db instanceof DataSource ? db : db.dataSource;
}
