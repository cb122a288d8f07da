import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { categoryFamily } from './domain/category-family.js';
import { normalisedTitle } from './domain/normalised-title.js';
import { type WarningListDraft, warningListFaults, windowOf } from './domain/warning-list-draft.js';
import { dutyBoundServiceTypes, warningListDutyCodes } from './domain/warning-list-duties.js';

/**
 * Imports one published batch whole and tells the platforms whose service owes something about it. 422 with the place of
 * every fault, 409 `already_exists` with the id where this batch of the year is there. Five statements whatever its size.
 */
export async function importWarningList(tx: Tx, now: Date, caller: Caller, draft: WarningListDraft): Promise<string> {
  const errors = warningListFaults(draft, now);
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  const id = newId();
  await insertList(tx, now, id, draft);
  await insertWorks(tx, id, draft);
  await appendEvents(tx, now, [
    {
      matterKind: 'warning_list',
      matterId: id,
      opensMatter: true,
      type: 'warning_list.published',
      actor: actorOf(caller),
      data: { warningListId: id, count: draft.works.length, duties: [...warningListDutyCodes] },
      audience: await platformsConcerned(tx),
    },
  ]);
  return id;
}

async function insertList(
  tx: Tx,
  now: Date,
  id: string,
  { year, batch, publishedOn, title, source, works }: WarningListDraft,
) {
  const made = await tx.query<unknown[]>(
    `insert into warning_lists (id, year, batch, published_on, title, source, work_count, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict on constraint warning_lists_batch_once do nothing returning id`,
    [id, year, batch, publishedOn, title.trim(), source.trim(), works.length, now],
  );
  if (made.length > 0) return;
  const [there] = await tx.query<Array<{ id: string }>>('select id from warning_lists where year = $1 and batch = $2', [
    year,
    batch,
  ]);
  throw new Problem('already_exists', {
    detail: `Batch ${batch} of ${year} has been imported.`,
    errors: [
      { pointer: '#/batch', code: 'already_exists', detail: 'Look at the list that is there; give another number.' },
    ],
    extra: { warningListId: there!.id },
  });
}

async function insertWorks(tx: Tx, warningListId: string, { works, publishedOn }: WarningListDraft): Promise<void> {
  const rows = works.map((work, position) => {
    const { from, until } = windowOf(work, publishedOn);
    return {
      position,
      title: work.title.trim(),
      normalised_title: normalisedTitle(work.title),
      category: work.category,
      category_family: categoryFamily(work.category),
      rights_holder: work.rightsHolder?.trim() || null,
      licensed_platforms: work.licensedPlatforms,
      window_from: from,
      window_until: until,
    };
  });
  await tx.query(
    `insert into warning_list_works (warning_list_id, position, title, normalised_title, category, category_family,
       rights_holder, licensed_platforms, window_from, window_until)
     select $1, position, title, normalised_title, category, category_family, rights_holder, licensed_platforms,
       window_from, window_until
     from jsonb_to_recordset($2) as w(position smallint, title text, normalised_title text, category text,
       category_family text, rights_holder text, licensed_platforms text[], window_from date, window_until date)`,
    [warningListId, JSON.stringify(rows)],
  );
}

/** The organizations that answer here for platforms whose kind of service owes something. */
async function platformsConcerned(tx: Tx): Promise<string[]> {
  const rows = await tx.query<Array<{ id: string }>>(
    `select distinct organization_id as id from platforms
     where joined_at is not null and service_type = any($1) order by 1`,
    [dutyBoundServiceTypes],
  );
  return rows.map(({ id }) => id);
}
