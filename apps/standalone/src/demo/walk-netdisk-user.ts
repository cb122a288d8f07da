import { must } from './walk-api.js';
import type { Filing, Notice, Relayed } from './walk-answers.js';
import { complaintAbout, type Incomplete } from './walk-incomplete.js';
import type { Callers } from './walk-keys.js';
import { again, standing } from './walk-standing.js';
import { itemAndClock, sandboxNow, statementAt } from './walk-statement.js';
import { at, short, type Terminal } from './walk-terminal.js';

const rule = 'cn.reg468.restore';

/** 条例 16, 17: a valid statement brings the work back at once, and the rights holder may not notify it again. */
export async function restoreAtOnce(
  { rights, platform, operator }: Callers,
  { notices: { netdisk }, netdiskText }: Incomplete,
  { step, tell }: Terminal,
): Promise<void> {
  step('网盘用户提交书面说明：平台应立即恢复', 'A netdisk user protests: the netdisk has to restore at once');
  const { items } = await platform.get<Notice>(`/v1/notices/${netdisk.id}`);
  const itemId = items[0]!.id;
  await platform.post(`/v1/notices/${netdisk.id}/decisions`, { decisions: [{ itemId, outcome: 'removed' }] });
  const statement = { ...statementAt(await sandboxNow(operator)), forward: true };
  const relayed = await platform.post<Relayed>(`/v1/items/${itemId}/counter-notices`, statement);
  tell(`${netdisk.number} 百度网盘 · removed; the user's statement → ${relayed.state} to the rights holder`);
  const owed = await itemAndClock(rights, netdisk.id, itemId, rule);
  tell(...standing(owed.clock, owed.item));
  must(owed.item.state === 'restore_due', `the item is ${owed.item.state}`);
  tell(again('the statement', await platform.refused(`/v1/items/${itemId}/counter-notices`, statement)));

  step('网盘恢复；权利人不得就此再次通知', 'It is back, and the rights holder cannot notify it again');
  const path = `/v1/items/${itemId}/restoration`;
  const { restoredAt } = await platform.post<{ restoredAt: string }>(path);
  tell(`restored at ${at(restoredAt)}`);
  const back = await itemAndClock(rights, netdisk.id, itemId, rule);
  tell(...standing(back.clock, back.item), again('the restoration', await platform.refused(path)));
  must(back.clock.state === 'met', `the clock of the restoration is ${back.clock.state}`);
  const second = await rights.post<Filing>('/v1/complaints', complaintAbout([netdiskText]));
  const [target] = second.targets;
  tell(`second notice ${second.number} → ${target!.outcome}`, `   ${short(target!.detail ?? '', 58)}`);
  must(target!.outcome === 'refused_second_notice' && second.notices.length === 0, `it is ${target!.outcome}`);
}
