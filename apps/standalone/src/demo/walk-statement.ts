import { type Caller, must } from './walk-api.js';
import type { Clock, Item, Notice } from './walk-answers.js';

/** A listing whose seller protests. */
export interface Listing {
  name: string;
  noticeId: string;
  itemId: string;
  counterNoticeId: string;
}

/** What a user answers, with all that the law asks for (条例 第16条, 电子商务法 第43条). */
export function statementAt(receivedAt: string) {
  return {
    respondent: {
      name: '钱小二',
      idType: 'resident_id',
      idNumber: '11010519491231002X',
      contact: '13800000000',
      phone: '13800000000',
      address: '北京市海淀区某路 1 号',
    },
    statement: '该内容系本人合法取得授权后上传，不构成侵权。',
    reasonCode: 'licensed',
    evidence: [{ kind: 'ownership', text: '授权书编号 2026-01' }],
    statements: { accuracy: true, signature: '钱小二' },
    receivedAt,
  };
}

export async function sandboxNow(operator: Caller): Promise<string> {
  return (await operator.get<{ now: string }>('/v1/sandbox/clock')).now;
}

/** An item and the newest clock of a rule on it, as somebody reads them now. */
export async function itemAndClock(
  reader: Caller,
  noticeId: string,
  itemId: string,
  rule: string,
): Promise<{ item: Item; clock: Clock }> {
  const { number, items, deadlines } = await reader.get<Notice>(`/v1/notices/${noticeId}`);
  const item = items.find(({ id }) => id === itemId);
  const clock = deadlines.findLast((one) => one.rule === rule && one.subject.id === itemId);
  must(item && clock, `${number} has no ${rule} on the item`);
  return { item, clock };
}
