import type { LetterData } from './letter-data.js';
import { setLetter } from './set-letter.js';

const data: LetterData['counter_forwarded'] = {
  noticeNumber: 'N-2026-000123',
  title: '流浪地球2',
  platformName: '淘宝',
  itemCount: 1,
  url: 'https://t.example/counter-notices/1',
  effect: 'wait',
  isSuitNeeded: false,
  law: '电子商务法第43条',
  dueAt: '2026-12-08T16:00:00Z',
};
const textOf = (locale: 'zh' | 'en', changes: Partial<typeof data> = {}) =>
  setLetter('counter_forwarded', locale, { ...data, ...changes }).text;

it('电子商务法 43: tells the rights holder to complain or sue, until when, by which article, and what follows', () => {
  const zh = textOf('zh');
  expect(zh).toContain('您可以向主管部门投诉或者向人民法院起诉，并在通删提交证明。');
  expect(zh).toContain('在 2026年12月8日 24:00 前收到您已投诉或者起诉的证明的，内容继续保持下架');
  expect(zh).toContain('没有收到的，平台依照电子商务法第43条恢复该内容');
  const en = textOf('en', { law: 'E-Commerce Law art 43' });
  expect(en).toContain('You can complain to the authorities or sue and send the proof to Tongshan.');
  expect(en).toContain('before 8 December 2026, 24:00 (Beijing time), the content stays down');
  expect(en).toContain('the platform brings it back under E-Commerce Law art 43');
});

it('条例 17: it comes back at once, a link may, there is no second notice, and court and authority are open', () => {
  const zh = textOf('zh', { effect: 'at_once', dueAt: null, law: '信息网络传播权保护条例第17条' });
  expect(zh).toContain('依照信息网络传播权保护条例第17条，平台应当立即恢复被删除的内容（被断开的链接可以恢复）');
  expect(zh).toContain('您不得再就该内容通知平台删除或者断开链接');
  expect(zh).toContain('可以向人民法院起诉，或者向著作权行政管理部门投诉');
  expect(zh).not.toContain('期限');
  const en = textOf('en', { effect: 'at_once', dueAt: null });
  expect(en).toMatch(/brings back at once .* you may not notify it again/);
});

it('17 USC 512(g)(2)(C): a suit alone keeps it down', () => {
  expect(textOf('zh', { isSuitNeeded: true })).toContain('您可以向法院起诉，并在通删提交证明。');
  expect(textOf('zh', { isSuitNeeded: true })).not.toContain('向主管部门投诉');
  expect(textOf('en', { isSuitNeeded: true })).toContain('If proof of a suit is received');
});

it('with proof on record it stays down, and nothing is asked for', () => {
  const zh = textOf('zh', { effect: 'on_record', dueAt: null });
  expect(zh).toContain('已登记在案，内容在程序终结前继续保持下架');
  expect(zh).not.toContain('您可以');
  expect(textOf('en', { effect: 'on_record', dueAt: null })).toContain('stays down until that has ended');
});
