import { type Caller, must } from './walk-api.js';
import type { FiledNotice, Notice, NoticeEntry, Page } from './walk-answers.js';
import { at, short, type Terminal } from './walk-terminal.js';

/** The newest part of a platform's inbox. @throws WalkFailure when the notice is not in it */
async function findInInbox(platform: Caller, { id, number }: FiledNotice): Promise<NoticeEntry> {
  const { data } = await platform.get<Page<NoticeEntry>>('/v1/notices?sort=newest');
  const entry = data.find((found) => found.id === id);
  must(entry, `${number} is not in the platform's inbox`);
  return entry;
}

/** Finds its notice, confirms receipt, looks at every item and decides on each. */
export async function answerNotice(
  platform: Caller,
  notice: FiledNotice,
  disposition: string,
  { tell }: Terminal,
): Promise<void> {
  const { state } = await findInInbox(platform, notice);
  tell(`${notice.platform.name} · inbox: ${notice.number} · ${state}`);
  const path = `/v1/notices/${notice.id}`;
  const { acknowledgedAt } = await platform.post<{ acknowledgedAt: string }>(`${path}/acknowledgement`, {
    reference: `T-${notice.number}`,
  });
  tell(`   acknowledged by API key → ${at(acknowledgedAt)}`);
  const { items } = await platform.get<Notice>(path);
  await platform.post(`${path}/decisions`, {
    decisions: items.map((item) => ({ itemId: item.id, outcome: disposition })),
  });
  const decided = await platform.get<Notice>(path);
  for (const item of decided.items) tell(`   item ${short(item.target.raw, 34)} → ${item.disposition} (${item.state})`);
  tell(`   notice → ${decided.state}, ${decided.outcome}`);
  must(
    decided.state === 'decided' && decided.outcome === 'upheld',
    `${notice.number} is ${decided.state}, ${decided.outcome}; it should be decided, upheld`,
  );
}

/** The platform that has its notice and does nothing. */
export async function leaveUnanswered(platform: Caller, notice: FiledNotice, { tell }: Terminal): Promise<void> {
  const { state } = await findInInbox(platform, notice);
  const { rule, dueAt } = notice.nextDeadline ?? {};
  must(state === 'served' && rule && dueAt, `${notice.number} is ${state}, and no clock runs on it`);
  tell(`${notice.platform.name} · inbox: ${notice.number} · ${state} → stays silent; ${rule} until ${at(dueAt)}`);
}
