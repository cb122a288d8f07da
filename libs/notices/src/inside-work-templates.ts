import type { Tx } from '#database';
import { newId, Problem } from '#kernel';
import type { RefusalTemplateEntity } from './inside-work.entity.js';

const columns = `id, organization_id as "organizationId", name, reason_code as "reasonCode", text, created_at as "createdAt"`;

export type TemplateDraft = Pick<RefusalTemplateEntity, 'name' | 'reasonCode' | 'text'>;

/** Prepared refusals of one organization, by name, which each has for itself alone; keyset [name]. */
export function templatesOf(
  tx: Pick<Tx, 'query'>,
  organizationId: string,
  page: { after: readonly string[] | null; limit: number },
): Promise<RefusalTemplateEntity[]> {
  return tx.query<RefusalTemplateEntity[]>(
    `select ${columns} from refusal_templates
     where organization_id = $1 and ($2::text is null or name > $2) order by name limit $3`,
    [organizationId, page.after?.[0] ?? null, page.limit + 1],
  );
}

/** Keeps a prepared refusal; 409 `already_exists` where the organization has one of that name. */
export async function addTemplate(
  tx: Tx,
  now: Date,
  organizationId: string,
  { name, reasonCode, text }: TemplateDraft,
): Promise<RefusalTemplateEntity> {
  await refuseSecond(tx, organizationId, name, null);
  const [row] = await tx.query<RefusalTemplateEntity[]>(
    `insert into refusal_templates (id, organization_id, name, reason_code, text, created_at)
     values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [newId(), organizationId, name, reasonCode, text, now],
  );
  return row!;
}

/** Changes what is named; what another organization keeps is not found. */
export async function amendTemplate(
  tx: Tx,
  organizationId: string,
  templateId: string,
  change: Partial<TemplateDraft>,
): Promise<RefusalTemplateEntity> {
  if (change.name !== undefined) await refuseSecond(tx, organizationId, change.name, templateId);
  const [rows] = await tx.query<[RefusalTemplateEntity[], number]>(
    `update refusal_templates
     set name = coalesce($3, name), reason_code = coalesce($4, reason_code), text = coalesce($5, text)
     where id = $1 and organization_id = $2 returning ${columns}`,
    [templateId, organizationId, change.name ?? null, change.reasonCode ?? null, change.text ?? null],
  );
  if (!rows[0]) throw new Problem('not_found');
  return rows[0];
}

/** Refusals that were written with it keep their words. */
export async function removeTemplate(tx: Tx, organizationId: string, templateId: string): Promise<void> {
  const [rows] = await tx.query<[unknown[], number]>(
    'delete from refusal_templates where id = $1 and organization_id = $2 returning id',
    [templateId, organizationId],
  );
  if (rows.length === 0) throw new Problem('not_found');
}

async function refuseSecond(tx: Tx, organizationId: string, name: string, but: string | null): Promise<void> {
  // two people who take one name at the same time: the second waits here for the first, then finds it
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`${organizationId} ${name}`]);
  const [existing] = await tx.query<Array<{ id: string }>>(
    'select id from refusal_templates where organization_id = $1 and name = $2 and id is distinct from $3::uuid',
    [organizationId, name, but],
  );
  if (existing) throw new Problem('already_exists', { detail: `A template "${name}" exists.`, extra: { existing } });
}
