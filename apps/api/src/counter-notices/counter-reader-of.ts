import type { Caller } from '#identity';
import type { CounterNoticeRow } from '#notices';

export type CounterReader = 'complainant' | 'platform' | 'regulator';

/** On which side of a counter-notice the caller reads; null for whom it does not exist: it is the rights holder's when forwarded. */
export function counterReaderOf(
  row: Pick<
    CounterNoticeRow,
    'platformOrganizationId' | 'complainantOrganizationId' | 'regulatorOrganizationIds' | 'forwardedAt'
  >,
  { organizationId }: Pick<Caller, 'organizationId'>,
): CounterReader | null {
  if (organizationId === row.platformOrganizationId) return 'platform';
  if (organizationId === row.complainantOrganizationId) return row.forwardedAt ? 'complainant' : null;
  return row.regulatorOrganizationIds.includes(organizationId) ? 'regulator' : null;
}
