import type { Tx } from '#database';
import { type FieldError, Problem } from '#kernel';
import { insertPaper, type NewPaper, papersOf } from './calendars.js';
import { paperFaults, paperWarnings } from './domain/paper-faults.js';
import { enqueueRederivation } from './rederivation-job.js';

/**
 * Lays a paper on those that are known and asks for running clocks to be derived again by it.
 * @returns what looks odd, and the span of days that people now know otherwise (null: none)
 * @throws Problem `already_exists` for a version used before, `validation_failed` with every fault and its place
 */
export async function importCalendar(
  tx: Tx,
  now: Date,
  paper: NewPaper & { publishedAt: Date },
): Promise<{ warnings: FieldError[]; changed: { from: string; until: string } | null }> {
  // one import at a time, or two could each leave a gap that the other was to fill; readers do not wait
  await tx.query('lock table calendars in share row exclusive mode');
  const known = await papersOf(tx);
  if (known.some(({ version }) => version === paper.version)) refuseVersion(paper.version);
  const errors = paperFaults(paper, known, now);
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  if (!(await insertPaper(tx, now, paper))) refuseVersion(paper.version);
  const changed = await enqueueRederivation(tx, paper.version, known, await papersOf(tx), {
    from: paper.coveredFrom,
    until: paper.coveredUntil,
  });
  return { warnings: paperWarnings(paper, known), changed };
}

function refuseVersion(version: string): never {
  const detail = `The version ${version} was used before; a paper is never changed, a later one mends it.`;
  throw new Problem('already_exists', {
    detail,
    errors: [{ pointer: '#/version', code: 'already_exists', detail }],
    extra: { existing: { version } },
  });
}
