import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { MatterParty } from './domain/linked-matter.js';

export interface FileRow {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  sha256: string;
  createdAt: Date;
}

/** A file with the matters that rest on it, the latest first. */
export interface OwnFile extends FileRow {
  links: Array<{ matterKind: string; matterId: string }>;
}

/** A file as a matter has it. */
export interface LinkedFile extends Omit<FileRow, 'createdAt'> {
  matterId: string;
  kind: string;
  forward: boolean;
  readers: MatterParty[];
  linkedAt: Date;
}

// sizes are far below 2^53
const columns = `f.id, f.name, o.size::float8 as size, f.media_type as "mediaType", f.sha256`;

/** What is told of where a file is used: the latest few, for a file may stand in any number of complaints. */
const mostLinks = 5;

/** An organization's own files, newest first, older than the id `before`. */
export function filesOf(
  db: Tx | DataSource,
  organizationId: string,
  page: { before: string | null; limit: number },
): Promise<OwnFile[]> {
  return db.query<OwnFile[]>(
    `select ${columns}, f.created_at as "createdAt",
       (select coalesce(jsonb_agg(jsonb_build_object('matterKind', l.matter_kind, 'matterId', l.matter_id)), '[]')
        from (select matter_kind, matter_id from file_links where file_id = f.id
              order by linked_at desc limit ${mostLinks}) l) as links
     from files f join evidence_objects o on o.sha256 = f.sha256
     where f.organization_id = $1 and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`,
    [organizationId, page.before, page.limit],
  );
}

/** One own file. @throws Problem `not_found`, also for another organization's */
export async function fileOf(db: Tx | DataSource, organizationId: string, fileId: string): Promise<FileRow> {
  const [row] = await db.query<FileRow[]>(
    `select ${columns}, f.created_at as "createdAt" from files f join evidence_objects o on o.sha256 = f.sha256
     where f.id = $1 and f.organization_id = $2`,
    [fileId, organizationId],
  );
  if (!row) throw new Problem('not_found');
  return row;
}

/** The files of matters in the order in which they were linked. One statement, whoever asks: the caller picks by `readers`. */
export function filesOfMatters(db: Tx | DataSource, matterIds: readonly string[]): Promise<LinkedFile[]> {
  return db.query<LinkedFile[]>(
    `select ${columns}, l.matter_id as "matterId", l.kind, l.forward, l.readers, l.linked_at as "linkedAt"
     from file_links l join files f on f.id = l.file_id join evidence_objects o on o.sha256 = f.sha256
     where l.matter_id = any($1) order by l.linked_at, f.id`,
    [matterIds],
  );
}
