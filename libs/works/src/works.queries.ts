import type { Tx } from '#database';
import { isUuid } from '#kernel';
import type { WorkCategory } from '#law';
import type { DataSource } from 'typeorm';
import { identifierSchemes, readIdentifier } from './domain/identifiers/schemes.js';
import { normalisedTitle } from './domain/normalised-title.js';
import type { ProofDocument } from './domain/proof-document.js';

/** A work of the vault. */
export interface WorkRow {
  id: string;
  title: string;
  category: WorkCategory;
  identifiers: Record<string, string>;
  registrationNumber: string | null;
  originalUrls: string[];
  territories: string[];
  holderName: string | null;
  documents: ProofDocument[];
  state: 'active' | 'archived';
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const workColumns = `id, title, category, identifiers, registration_number as "registrationNumber",
  original_urls as "originalUrls", territories, holder_name as "holderName", documents, state, version,
  created_at as "createdAt", updated_at as "updatedAt"`;

export interface WorkFilter {
  /** Part of a title, or a whole identifier or registration number, as typed. */
  q?: string | undefined;
  state?: 'active' | 'archived' | undefined;
  category?: string | undefined;
}

/** An organization's works, newest first, before an id; at most `limit`. */
export function worksOf(
  db: Tx | DataSource,
  organizationId: string,
  { q, state, category }: WorkFilter,
  page: { before: string | null; limit: number },
): Promise<WorkRow[]> {
  const typed = q?.trim() || null;
  return db.query<WorkRow[]>(
    `select ${workColumns} from works
     where organization_id = $1 and ($2::uuid is null or id < $2)
       and ($3::text is null or strpos(normalised_title, $3) > 0 or identifier_keys && $4 or registration_number = any($4))
       and ($5::text is null or state = $5) and ($6::text is null or category = $6)
     order by id desc limit $7`,
    [
      organizationId,
      page.before,
      typed && normalisedTitle(typed),
      typed ? numbersIn(typed) : [],
      state ?? null,
      category ?? null,
      page.limit,
    ],
  );
}

/** One work; null also where it is another organization's. */
export async function findWork(db: Tx | DataSource, organizationId: string, workId: string): Promise<WorkRow | null> {
  return (await vaultWorks(db, organizationId, [workId])).get(workId) ?? null;
}

/** These works of the organization's vault by the ids asked for, archived ones too; what is not there, or another's, is left out. One statement. */
export async function vaultWorks(
  db: Tx | DataSource,
  organizationId: string,
  workIds: readonly string[],
): Promise<Map<string, WorkRow>> {
  const asked = workIds.filter(isUuid);
  if (asked.length === 0) return new Map();
  const rows = await db.query<WorkRow[]>(
    `select ${workColumns} from works where id = any($2) and organization_id = $1`,
    [organizationId, asked],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    asked.flatMap((id): Array<[string, WorkRow]> => {
      const row = byId.get(id.toLowerCase());
      return row ? [[id, row]] : [];
    }),
  );
}

/** Every number that the text can be: `isbn:9787536692930` for its digits in any spelling, and a registration number. */
function numbersIn(typed: string): string[] {
  const schemes = Object.keys(identifierSchemes);
  const keys = schemes.map((scheme) => `${scheme}:${readIdentifier(scheme, typed).normalised}`);
  return [...keys, typed.toLowerCase(), readIdentifier('registration_number', typed).normalised];
}
