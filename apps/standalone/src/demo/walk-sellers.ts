import { type Caller, must } from './walk-api.js';
import type { Advanced, Clock, FiledNotice, Notice, Relayed } from './walk-answers.js';
import { dayAfter, endOf } from './walk-days.js';
import { rollOverHoliday } from './walk-holiday.js';
import type { Incomplete } from './walk-incomplete.js';
import type { Callers } from './walk-keys.js';
import { again, standing } from './walk-standing.js';
import { itemAndClock, type Listing, sandboxNow, statementAt } from './walk-statement.js';
import { at, type Terminal } from './walk-terminal.js';

const wait = 'cn.ecl.wait';
const minute = 60_000;

/** 电子商务法 43: fifteen days from the arrival of the statement, in which the rights holder can prove a suit. */
export async function waitForProof(
  callers: Callers,
  { notices: { taobao } }: Incomplete,
  terminal: Terminal,
): Promise<void> {
  const { listings, arrivedAt } = await forwardStatements(callers, taobao, terminal);
  const [first, second, third] = listings as [Listing, Listing, Listing];
  const { step } = terminal;
  step('第 9 日：权利人证明已起诉，甲链接维持下架', 'Day 9: the rights holder proves a suit, listing A stays down');
  await setClock(callers.operator, Date.parse(`${dayAfter(arrivedAt, 9)}T12:00:00+08:00`));
  await prove(callers, first, terminal);
  const lastDay = await rollOverHoliday(callers, third, arrivedAt, terminal);
  step('第 17 日：顺延后的最后一日，证明仍然有效', 'Day 17, the last day now: a proof is still in time for listing B');
  await setClock(callers.operator, lastDay - 30 * minute);
  await prove(callers, second, terminal);
  await comeTooLate(callers, third, lastDay, terminal);
}

async function forwardStatements(
  { rights, platform3, operator }: Callers,
  notice: FiledNotice,
  { step, tell }: Terminal,
): Promise<{ listings: Listing[]; arrivedAt: string }> {
  step('淘宝转送三份声明：自到达起十五日', 'Three sellers protest: Taobao forwards, 15 days run from the arrival');
  const { items } = await platform3.get<Notice>(`/v1/notices/${notice.id}`);
  const decisions = items.map(({ id }) => ({ itemId: id, outcome: 'delisted' }));
  await platform3.post(`/v1/notices/${notice.id}/decisions`, { decisions });
  await waitForPlainDays(operator);
  const statement = statementAt(await sandboxNow(operator));
  const listings: Listing[] = [];
  let arrivedAt = '';
  for (const [place, { id: itemId }] of items.entries()) {
    const { id } = await platform3.post<Relayed>(`/v1/items/${itemId}/counter-notices`, statement);
    ({ arrivedAt } = await platform3.post<{ arrivedAt: string }>(`/v1/counter-notices/${id}/forwarding`));
    listings.push({ name: 'ABC'[place]!, noticeId: notice.id, itemId, counterNoticeId: id });
  }
  tell(`${notice.number} 淘宝 · listings A, B, C delisted; statements forwarded → arrived ${at(arrivedAt)}`);
  const { itemId, counterNoticeId } = listings.at(-1)!;
  const { item, clock } = await itemAndClock(rights, notice.id, itemId, wait);
  tell(...standing(clock, item));
  tell(again('the statement', await platform3.refused(`/v1/items/${itemId}/counter-notices`, statement)));
  const repeated = await platform3.post<{ arrivedAt: string }>(`/v1/counter-notices/${counterNoticeId}/forwarding`);
  tell(`             the forwarding → the first arrival stands, ${at(repeated.arrivedAt)}`);
  must(repeated.arrivedAt === arrivedAt, `forwarded again, it arrived at ${repeated.arrivedAt}`);
  must(Date.parse(clock.dueAt) === endOf(dayAfter(arrivedAt, 15)), `the wait ends at ${clock.dueAt}`);
  return { listings, arrivedAt };
}

/** The sellers protest on a morning from which the fifteenth day is an ordinary one: the roll is to be seen later. */
async function waitForPlainDays(operator: Caller): Promise<void> {
  const now = await sandboxNow(operator);
  for (let days = 1; days <= 60; days++) {
    const morning = `${dayAfter(now, days)}T02:00:00Z`;
    const { dueAt } = await operator.get<Pick<Clock, 'dueAt'>>(`/v1/deadlines/preview?rule=${wait}&start=${morning}`);
    if (Date.parse(dueAt) === endOf(dayAfter(morning, 15))) return void (await setClock(operator, Date.parse(morning)));
  }
  must(false, 'no day of the next 60 has an ordinary fifteenth day');
}

async function prove({ rights, operator }: Callers, listing: Listing, { tell }: Terminal): Promise<void> {
  const path = `/v1/counter-notices/${listing.counterNoticeId}/proceedings`;
  const suit = suitAt(await sandboxNow(operator));
  const { receivedAt } = await rights.post<{ receivedAt: string }>(path, suit);
  const { item, clock } = await itemAndClock(rights, listing.noticeId, listing.itemId, wait);
  tell(`listing ${listing.name} · ${suit.number} ${suit.authority} · received ${at(receivedAt)}`);
  tell(...standing(clock, item), again('the proof', await rights.refused(path, suit)));
  must(item.state === 'held' && clock.state === 'met', `listing ${listing.name} is ${item.state}, ${clock.state}`);
}

/** The instant of receipt decides: what comes at the end of the last day is kept, and changes nothing. */
async function comeTooLate(
  { rights, platform3, operator }: Callers,
  { name, noticeId, itemId, counterNoticeId }: Listing,
  lastDay: number,
  { step, tell }: Terminal,
): Promise<void> {
  step('期满之后：证明已迟，丙链接恢复', 'After the last day: the proof is too late, listing C comes back');
  await setClock(operator, lastDay);
  const suit = suitAt(await sandboxNow(operator));
  const late = await rights.refused(`/v1/counter-notices/${counterNoticeId}/proceedings`, suit);
  tell(`listing ${name} · proof → ${late.status} ${late.code}, kept without effect`);
  const { proceedings } = await rights.get<{ proceedings: Array<{ counts: boolean }> }>(`/v1/notices/${noticeId}`);
  must(
    proceedings.some(({ counts }) => !counts),
    'the late proof was not kept',
  );
  must(late.code === 'wait_over', `the late proof is answered ${late.code}`);
  const owed = await itemAndClock(rights, noticeId, itemId, 'cn.ecl.restore');
  tell(...standing(owed.clock, owed.item));
  const { restoredAt } = await platform3.post<{ restoredAt: string }>(`/v1/items/${itemId}/restoration`);
  const { item, clock } = await itemAndClock(rights, noticeId, itemId, 'cn.ecl.restore');
  tell(`restored at ${at(restoredAt)} → item ${item.state}, clock ${clock.state}`);
  tell(again('the restoration', await platform3.refused(`/v1/items/${itemId}/restoration`)));
  must(item.state === 'restored' && clock.state === 'met', `listing ${name} is ${item.state}, ${clock.state}`);
}

function suitAt(filedAt: string) {
  return { kind: 'suit', number: '（2026）京0491民初12345号', authority: '北京互联网法院', filedAt };
}

function setClock(operator: Caller, instant: number): Promise<Advanced> {
  return operator.post<Advanced>('/v1/sandbox/clock', { set: new Date(instant).toISOString() });
}
