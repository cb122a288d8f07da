import type { Tx } from '#database';
import { type DeadlineRow, deadlinesOfNotices } from '#deadlines';
import type { RecordedEvent } from '#events';
import { unique } from '#kernel';
import {
  citation,
  clockRule,
  type ElementId,
  elementLabels,
  type Label,
  type ProceedingKind,
  proceedingKindLabels,
  type RegimeId,
  regimeOf,
} from '#law';
import type { FollowUpFacts } from '#mail';

/** Which clock a letter names: that which runs for what happened. */
const clockOf: Readonly<Record<string, readonly string[]>> = {
  'notice.supplement_requested': ['supplement'],
  'notice.supplemented': ['takedown', 'decide'],
  'item.appealed': ['takedown', 'decide'],
  'item.reappeared': ['takedown', 'decide'],
  'item.restore_due': ['restore'],
  'counter_notice.forwarded': ['wait'],
  'proceeding.recorded': [],
  'proceeding.ended': ['restore'],
  'order.recorded': ['takedown', 'decide', 'restore'],
  'order.ended': ['restore'],
};

interface NoticeFacts {
  id: string;
  regime: RegimeId;
  regimeVersion: number;
  elements: ElementId[] | null;
  message: string | null;
  /** Items that are due to come back. */
  restoreDue: string[];
  /** Proofs that count; `endedAt` of those that have not ended is null. */
  proofs: Array<{ itemId: string; receivedAt: string; endedAt: string | null }>;
}

/** What letters say of events after service, by event. Two statements for any number, none where there is no such event. */
export async function readFollowUps(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, FollowUpFacts>> {
  const followUps = events.filter(({ type }) => Object.hasOwn(clockOf, type));
  if (followUps.length === 0) return new Map();
  const noticeIds = unique(followUps.map(({ matterId }) => matterId));
  const notices = new Map((await readNotices(tx, noticeIds)).map((row) => [row.id, row]));
  const clocks = await deadlinesOfNotices(tx, noticeIds);
  return new Map(
    followUps.map((event) => {
      const own = clocks.filter(({ noticeId }) => noticeId === event.matterId);
      return [event.id, factsOf(event, notices.get(event.matterId)!, own)] as const;
    }),
  );
}

function factsOf(event: RecordedEvent, notice: NoticeFacts, clocks: readonly DeadlineRow[]): FollowUpFacts {
  const regime = regimeOf(notice.regime, notice.regimeVersion);
  const clock = clockFor(event, clocks);
  return {
    law: citation(
      (clock && clockRule(clock.rule)?.source) ?? (regime.restoresAtOnce ? regime.secondNotice.source : regime.source),
    ),
    dueAt: clock?.dueAt.toISOString() ?? null,
    effect: regime.restoresAtOnce ? 'at_once' : isOnRecord(event, notice) ? 'on_record' : 'wait',
    isSuitNeeded: regime.proceedingKinds.length === 1 && regime.proceedingKinds[0] === 'suit',
    elements: (notice.elements ?? []).map((element) => elementLabels[element]),
    message: notice.message ?? '',
    what: whatOf(event),
    isRestoreOwed: event.itemIds.some((id) => notice.restoreDue.includes(id)),
  };
}

/** The nearest that still runs, of these items or of their whole notice; of waits the last, over or not. */
function clockFor({ type, itemIds }: RecordedEvent, clocks: readonly DeadlineRow[]): DeadlineRow | undefined {
  const ofKind = clocks.filter(({ kind }) => clockOf[type]!.includes(kind));
  const ofItems = ofKind.filter(({ subjectId }) => itemIds.includes(subjectId));
  if (type === 'counter_notice.forwarded') return ofItems.at(-1);
  const isRunning = ({ state }: DeadlineRow) => state === 'running';
  return ofItems.find(isRunning) ?? ofKind.filter(({ subjectKind }) => subjectKind === 'notice').find(isRunning);
}

/** Was the item held when the statement was forwarded, because a proof was on record before? */
function isOnRecord({ at, itemIds }: RecordedEvent, { proofs }: NoticeFacts): boolean {
  const when = Date.parse(at);
  return proofs.some(
    ({ itemId, receivedAt, endedAt }) =>
      itemIds.includes(itemId) && Date.parse(receivedAt) <= when && (!endedAt || Date.parse(endedAt) > when),
  );
}

const resultLabels: Readonly<Record<string, Label>> = {
  won: { zh: '支持权利人', en: 'won' },
  lost: { zh: '未支持权利人', en: 'lost' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
};
const directionLabels: Readonly<Record<string, Label>> = {
  takedown: { zh: '责令下架', en: 'to take it down' },
  restore: { zh: '责令恢复', en: 'to bring it back' },
};

function whatOf({ type, data }: RecordedEvent): Label {
  if (type === 'proceeding.recorded') return proceedingKindLabels[data['kind'] as ProceedingKind];
  if (type === 'proceeding.ended') return resultLabels[data['result'] as string]!;
  if (type === 'order.recorded') return directionLabels[data['direction'] as string]!;
  return { zh: '', en: '' };
}

function readNotices(tx: Tx, noticeIds: readonly string[]): Promise<NoticeFacts[]> {
  return tx.query<NoticeFacts[]>(
    `select n.id, n.regime, n.regime_version as "regimeVersion", s.elements, s.message,
       array(select id from items where notice_id = n.id and state = 'restore_due') as "restoreDue",
       (select coalesce(jsonb_agg(jsonb_build_object('itemId', item_id, 'receivedAt', received_at, 'endedAt', ended_at)), '[]')
        from proceedings where notice_id = n.id and counts) as proofs
     from notices n left join supplement_requests s on s.notice_id = n.id where n.id = any($1)`,
    [noticeIds],
  );
}
