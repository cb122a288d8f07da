import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { WaitedFor } from './waiting.js';

export interface NearestDue {
  number: string;
  title: string;
  dueAt: Date;
}

const owedAs = {
  platform: { owner: 'platform_organization_id', due: 'next_due_at' },
  rights_holder: { owner: 'complainant_organization_id', due: 'complainant_due_at' },
  agent: { owner: 'complainant_organization_id', due: 'complainant_due_at' },
} as const;

/** The notices whose clock runs out next for those who owe it, overdue ones first. One statement, on the list's own index. */
export async function nearestDue(
  database: DataSource | Tx,
  { organizationId, organizationKind, scopes }: WaitedFor,
  limit: number,
): Promise<NearestDue[]> {
  if (!Object.hasOwn(owedAs, organizationKind) || !scopes.has('notices:read')) return [];
  const { owner, due } = owedAs[organizationKind as keyof typeof owedAs];
  return database.query<NearestDue[]>(
    `select number, title, ${due} as "dueAt" from notices
     where ${owner} = $1 and ${due} < 'infinity' order by ${due}, id limit $2`,
    [organizationId, limit],
  );
}
