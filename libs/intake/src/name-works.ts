import type { Tx } from '#database';
import { type FieldError, Problem } from '#kernel';
import type { FiledWork } from '#notices';
import { identifierFaults, vaultWorks, type WorkRow } from '#works';

/** A work as a complaint names it: by its id in the vault, in words, or both. */
export type NamedWork = Pick<FiledWork, 'ref'> & Partial<FiledWork>;

/**
 * The works of a complaint in full: what is left out of one that names a work of the vault is taken from there, as it
 * stands now. One statement, none where the vault is not referred to.
 * @throws Problem `validation_failed` with pointers: no such work, neither id nor title
 */
export async function nameWorks(tx: Tx, organizationId: string, works: readonly NamedWork[]): Promise<FiledWork[]> {
  const vault = await vaultWorks(
    tx,
    organizationId,
    works.flatMap(({ workId }) => workId ?? []),
  );
  const errors: FieldError[] = [];
  const named = works.map((work, place) => {
    const row = work.workId === undefined ? undefined : vault.get(work.workId);
    const filled = { ...(row && fromVault(row)), ...given(work) };
    errors.push(...faultsOf(work, filled, row, `#/works/${place}`));
    return filled as FiledWork;
  });
  if (errors.length > 0) throw new Problem('validation_failed', { errors: errors.slice(0, 100) });
  return named;
}

function faultsOf(work: NamedWork, filled: Partial<FiledWork>, row: WorkRow | undefined, place: string): FieldError[] {
  if (work.workId !== undefined && !row) {
    const detail = 'Your vault has no such work: use an id of GET /v1/works, or give title and category.';
    return [{ pointer: `${place}/workId`, code: 'dangling_reference', detail }];
  }
  const missing = (['title', 'category'] as const).filter((name) => filled[name] === undefined);
  const detail = 'Give it, or the workId of a work of your vault.';
  return missing.map((name) => ({ pointer: `${place}/${name}`, code: 'required', detail }));
}

/**
 * Numbers of works that look mistyped, each with its place. They stop no complaint: what is infringed does not wait for
 * a check digit. The vault, where a work is proved once and for all, refuses them.
 */
export function mistypedNumbers(works: readonly NamedWork[]): FieldError[] {
  return works.flatMap(({ identifiers = {}, registrationNumber = null }, place) =>
    identifierFaults({ identifiers, registrationNumber }, `#/works/${place}`),
  );
}

function fromVault({ title, category, identifiers, registrationNumber, originalUrls }: WorkRow): Partial<FiledWork> {
  return {
    title,
    category,
    ...(Object.keys(identifiers).length > 0 && { identifiers }),
    ...(registrationNumber !== null && { registrationNumber }),
    ...(originalUrls.length > 0 && { originalUrls }),
  };
}

/** Without the members that were left out, which must not hide what the vault says. */
function given(work: NamedWork): NamedWork {
  return Object.fromEntries(Object.entries(work).filter(([, value]) => value !== undefined)) as unknown as NamedWork;
}
