import type { Tx } from '#database';

/** From now on this regulator's organization is party to these notices: it may read them and learns of their events. */
export async function shareWithRegulator(
  tx: Tx,
  shares: ReadonlyArray<{ noticeId: string; organizationId: string }>,
): Promise<void> {
  if (shares.length === 0) return;
  await tx.query(
    `update notices n set regulator_organization_ids = n.regulator_organization_ids || s."organizationId"
     from jsonb_to_recordset($1) as s("noticeId" uuid, "organizationId" uuid)
     where n.id = s."noticeId" and not (s."organizationId" = any(n.regulator_organization_ids))`,
    [JSON.stringify(shares)],
  );
}
