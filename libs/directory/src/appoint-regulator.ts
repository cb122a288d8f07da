import type { Tx } from '#database';
import { Problem } from '#kernel';

export interface Appointment {
  regionCode: string;
  organizationId: string;
}

/** Gives a region its regulator. 422 where the region is unknown or the organization is no regulator. */
export async function appointRegulator(tx: Tx, regionCode: string, organizationId: string): Promise<void> {
  if ((await appointRegulators(tx, [{ regionCode, organizationId }])) === 1) return;
  const [region] = await tx.query<unknown[]>('select from regions where code = $1', [regionCode]);
  throw new Problem('validation_failed', {
    errors: [
      region
        ? {
            pointer: '#/organizationId',
            code: 'not_a_regulator',
            detail: 'There is no regulator organization with this id.',
          }
        : {
            pointer: '#/regionCode',
            code: 'unknown_region',
            detail: 'There is no such region; GET /v1/regions lists them.',
          },
    ],
  });
}

/** The same for many regions in one statement; returns how many of the appointments could be made. */
export async function appointRegulators(tx: Tx, appointments: readonly Appointment[]): Promise<number> {
  const [, made] = await tx.query<[unknown[], number]>(
    `update regions r set regulator_organization_id = o.id
     from jsonb_to_recordset($1) as a("regionCode" text, "organizationId" uuid)
     join organizations o on o.id = a."organizationId" and o.kind = 'regulator'
     where r.code = a."regionCode"`,
    [JSON.stringify(appointments)],
  );
  return made;
}
