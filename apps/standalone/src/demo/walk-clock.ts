import { must } from './walk-api.js';
import type { Advanced, FiledNotice, LoggedEvent } from './walk-answers.js';
import type { Callers } from './walk-keys.js';
import { at, type Terminal } from './walk-terminal.js';

const rule = 'cn.netdisk.takedown';

/** A day and an hour pass; what became due is in the log of the silent platform's notice, once each and in order. */
export async function passADay({ operator, rights }: Callers, silent: FiledNotice, { step, tell }: Terminal) {
  step('时钟拨快 25 小时', 'The clock is moved 25 hours');
  const { now, remindersSent, breaches, escalations } = await operator.post<Advanced>('/v1/sandbox/clock', {
    advance: 'PT25H',
  });
  tell(
    `now ${at(now)} → in the whole system: reminders ${remindersSent}, breaches ${breaches}, escalations ${escalations}`,
  );

  step('沉默的网盘平台：先被提醒，后逾期', 'The silent netdisk platform: reminded, then breached');
  const log: LoggedEvent[] = [];
  const asked = { params: { path: { id: silent.id }, query: { limit: 200 } } };
  for await (const event of rights.pages('/v1/notices/{id}/events', asked)) log.push(event as LoggedEvent);
  const marks = log.filter(({ type, data }) => type.startsWith('deadline.') && data.rule === rule);
  for (const { type, data, hash } of marks) {
    tell(`${at(data.reachedAt!)}  ${type} ${data.percent} %  ${rule}  · event ${hash.slice(0, 12)}…`);
  }
  const seen = marks.map(({ type, data }) => `${type} ${data.percent}`).join(', ');
  const expected = 'deadline.reminder 50, deadline.reminder 80, deadline.breached 100';
  must(seen === expected, `the log of ${silent.number} says "${seen}", not "${expected}"`);
  const isChained = log.every(({ previousHash }, index) => index === 0 || previousHash === log[index - 1]!.hash);
  must(isChained, `the log of ${silent.number} is not one chain`);
  tell(`log of ${silent.number} → ${log.length} events, each with the hash of the one before`);
}
