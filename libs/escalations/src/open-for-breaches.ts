import type { Tx } from '#database';
import { type DeadlineRow, deadlinesOfNotices } from '#deadlines';
import { type DirectorySnapshot, directorySnapshot, regulatorFor } from '#directory';
import { appendEvents, systemActor } from '#events';
import { groupBy, newId, unique } from '#kernel';
import { shareWithRegulator } from '#notices';
import { basisOf, firmest, reasonFor, severityOf } from './domain/grounds.js';
import { type MatterItem, packetOf, triggerOf } from './domain/packet.js';
import type { EscalationEntity } from './escalation.entity.js';
import { openedEvent, updatedEvent } from './escalation-events.js';
import { itemsOfMatters, lockMatters, type LockedMatter } from './lock-matters.js';
import {
  type Joining,
  type KnownEscalation,
  lockEscalationsOf,
  writeJoined,
  writeOpened,
} from './write-escalations.js';

/** A clock that ran out, as `deadline.breached` tells it. */
export interface Breach {
  noticeId: string;
  deadlineId: string;
  rule: string;
  kind: string;
}

interface Breached {
  matter: LockedMatter;
  items: MatterItem[];
  /** Clocks that are overdue now and that no escalation of the notice carries yet. */
  clocks: DeadlineRow[];
}

/**
 * Puts breaches of takedown and restoration before the regulator of the platform's region, else the national one: one
 * unfinished escalation a notice, which further breaches join. A breach that is told twice changes nothing and says
 * nothing, whatever became of its escalation. The clocks are asked as they stand, under the lock of the notice: where
 * the platform has acted meanwhile, in time or late, or nothing is owed any more, nothing is left for a regulator to
 * do, so nothing is opened; a late act stays on record in its clock and in the log of the notice. At most ten
 * statements whatever the number of breaches.
 */
export async function openForBreaches(tx: Tx, now: Date, breaches: readonly Breach[]): Promise<void> {
  const told = breaches.filter(({ kind }) => reasonFor(kind) !== null);
  if (told.length === 0) return;
  const noticeIds = unique(told.map(({ noticeId }) => noticeId));
  const directory = await directorySnapshot(tx);
  const matters = await lockMatters(tx, noticeIds);
  const known = await lockEscalationsOf(tx, noticeIds);
  const clocks = freshClocks(await deadlinesOfNotices(tx, noticeIds), told, known);
  if (clocks.size === 0) return;
  const items = await itemsOfMatters(tx, [...clocks.keys()]);
  const breached = matters
    .filter(({ id }) => clocks.has(id))
    .map((matter): Breached => ({ matter, items: items.get(matter.id) ?? [], clocks: clocks.get(matter.id)! }));
  const unfinished = new Map(known.filter(({ isUnfinished }) => isUnfinished).map((row) => [row.subjectId, row]));

  const opened = breached.filter(({ matter }) => !unfinished.has(matter.id)).map((one) => open(one, directory, now));
  const joined = breached.flatMap((one) => {
    const escalation = unfinished.get(one.matter.id);
    return escalation ? [join(escalation, one, now)] : [];
  });
  await writeOpened(
    tx,
    opened.map(({ row }) => row),
  );
  await writeJoined(
    tx,
    joined.map(({ row }) => row),
  );
  await shareWithRegulator(
    tx,
    opened.flatMap(({ row: { subjectId: noticeId, regulatorOrganizationId: organizationId } }) =>
      organizationId ? [{ noticeId, organizationId }] : [],
    ),
  );
  await appendEvents(
    tx,
    now,
    [...opened, ...joined].map(({ event }) => event),
  );
}

function freshClocks(
  clocks: readonly DeadlineRow[],
  told: readonly Breach[],
  known: readonly KnownEscalation[],
): Map<string, DeadlineRow[]> {
  const wanted = new Set(told.map(({ deadlineId }) => deadlineId));
  const carried = new Set(known.flatMap(({ deadlineIds }) => deadlineIds));
  const fresh = clocks.filter(({ id, state, kind }) => {
    return wanted.has(id) && !carried.has(id) && state === 'breached' && reasonFor(kind) !== null;
  });
  return groupBy(fresh, ({ noticeId }) => noticeId);
}

function open({ matter, items, clocks }: Breached, directory: DirectorySnapshot, now: Date) {
  const platform = directory.platforms.get(matter.platformId)!;
  const triggers = clocks.map((clock) => triggerOf(reasonFor(clock.kind)!, clock, matter, items, now));
  const basis = firmest(clocks.map(({ rule }) => basisOf(rule)));
  const row: Omit<EscalationEntity, 'claimedByMemberId' | 'claimedAt' | 'endedAt' | 'endedNote'> = {
    id: newId(),
    state: 'open',
    subjectKind: 'notice',
    subjectId: matter.id,
    subjectNumber: matter.number,
    reasons: unique(triggers.map(({ reason }) => reason)),
    noticeIds: [matter.id],
    deadlineIds: clocks.map(({ id }) => id),
    platformId: matter.platformId,
    regulatorOrganizationId: regulatorFor(directory, platform.regionCode),
    regionCode: platform.regionCode,
    severity: severityOf[basis],
    basis,
    packet: packetOf(matter, platform.name, items, triggers, now),
    openedAt: now,
  };
  return { row, event: openedEvent({ ...row, ...partiesOf(matter) }, systemActor) };
}

function join(escalation: KnownEscalation, { matter, items, clocks }: Breached, now: Date) {
  const triggers = clocks.map((clock) => triggerOf(reasonFor(clock.kind)!, clock, matter, items, now));
  const basis = firmest([escalation.basis, ...clocks.map(({ rule }) => basisOf(rule))]);
  const deadlineIds = clocks.map(({ id }) => id);
  const row: Joining = {
    id: escalation.id,
    reasons: unique([...escalation.reasons, ...triggers.map(({ reason }) => reason)]),
    deadlineIds,
    severity: severityOf[basis],
    basis,
    triggers,
  };
  const facts = { ...escalation, ...row, ...partiesOf(matter) };
  return { row, event: updatedEvent(facts, systemActor, 'joined', { deadlineIds }) };
}

function partiesOf({ complainantOrganizationId, platformOrganizationId }: LockedMatter) {
  return { complainantOrganizationId, platformOrganizationId };
}
