import type { Tx } from '#database';
import { calendarsInForce, extendDeadline } from '#deadlines';
import { actorOf, type Caller } from '#identity';
import { instant, newId, Problem } from '#kernel';
import { clockRuleOf, extendedDue } from '#law';
import { attachFiles, everyParty } from './attach-files.js';
import { lockCounterFor } from './lock-counter-notice.js';
import { moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

interface Wait {
  id: string;
  rule: string;
  ruleVersion: number;
  startedAt: Date;
  dueAt: Date;
  zone: string | null;
}

/**
 * More time to complain or sue, for notarisation and the like, with proof and never beyond 20 working days from arrival
 * (法释〔2020〕9号 第3条).
 */
export async function extendWait(
  tx: Tx,
  now: Date,
  caller: Caller,
  counterId: string,
  input: { reason: string; until: Date; fileId: string | null },
): Promise<{ id: string; dueAt: Date }> {
  const locked = await lockCounterFor(tx, now, caller, counterId);
  if (locked.party !== 'complainant') throw new Problem('forbidden');
  const { notice, item } = locked;
  const to = moveOrRefuse(locked, 'extend_wait', 'only a running wait can be extended, where its law allows.');
  const wait = await runningWait(tx, item.id, notice.id);
  const dueAt = extended(wait, input.until, await calendarsInForce(tx));
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const id = newId();
  await tx.query(
    `insert into wait_extensions (id, counter_notice_id, deadline_id, reason, from_due_at, until, file_id, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, counterId, wait.id, input.reason, wait.dueAt, dueAt.dueAt, input.fileId, now],
  );
  await extendDeadline(tx, wait.id, dueAt);
  const data = { counterNoticeId: counterId, extensionId: id, from: instant(wait.dueAt), to: instant(dueAt.dueAt) };
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'extend_wait', to, data }] }]);
  return { id, dueAt: dueAt.dueAt };
}

async function runningWait(tx: Tx, itemId: string, noticeId: string): Promise<Wait> {
  const [wait] = await tx.query<Wait[]>(
    `select id, rule, rule_version as "ruleVersion", started_at as "startedAt", due_at as "dueAt", zone from deadlines
     where notice_id = $1 and subject_id = $2 and kind = 'wait' and state = 'running' for update`,
    [noticeId, itemId],
  );
  if (!wait) throw new Problem('wrong_state', { detail: 'No wait is running for this item.' });
  return wait;
}

function extended(wait: Wait, until: Date, calendars: Parameters<typeof extendedDue>[3]) {
  const refuse = (code: string, detail: string) =>
    new Problem('validation_failed', { errors: [{ pointer: '#/until', code, detail }] });
  const rule = clockRuleOf(wait.rule, wait.ruleVersion)!;
  const zone = wait.zone ?? undefined;
  const extension = extendedDue(rule, instant(wait.startedAt), instant(until), calendars, zone);
  switch (extension.outcome) {
    case 'not_extensible':
      throw refuse('not_extensible', `Nothing extends ${rule.id}.`);
    case 'beyond_cap':
      throw refuse(
        'beyond_cap',
        `At most ${extension.cap.length} working days from arrival: before ${extension.capAt} (法释〔2020〕9号 第3条).`,
      );
    case 'not_later':
      throw refuse('not_later', `The wait runs until ${instant(wait.dueAt)} anyway.`);
    case 'extended': {
      const dueAt = new Date(extension.dueAt);
      if (dueAt <= wait.dueAt) throw refuse('not_later', `The wait runs until ${instant(wait.dueAt)} anyway.`);
      return { dueAt, skipped: extension.skipped, covered: extension.covered };
    }
  }
}
