import { beijingDeadline } from './beijing-time.js';
import { aboutEn, aboutZh, until } from './about-notice.js';
import type { LetterData } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';

type Counter = LetterData['counter_forwarded'];

/**
 * To the rights holder, when its user's statement arrives. 电子商务法 第43条: it must be told that a complaint or a suit
 * is now needed; under 条例 第17条 there is nothing to wait for, and no second notice. Who the user is stands in the
 * counter-notice and not here.
 */
export const counterForwarded: Record<LetterLocale, Wording<'counter_forwarded'>> = {
  zh: (data) => ({
    subject: `用户提交了反通知：${data.noticeNumber}（${data.title}）`,
    paragraphs: [`用户声明不构成侵权，${data.platformName}现将该声明转送给您。`, ...effectZh(data)],
    facts: [...aboutZh(data), ['依据', data.law], ...until('投诉或者起诉的期限', data.dueAt, 'zh')],
    link: { label: '查看反通知', url: data.url },
  }),
  en: (data) => ({
    subject: `A counter-notice has arrived: ${data.noticeNumber} “${data.title}”`,
    paragraphs: [
      `The user states that nothing is infringed; ${data.platformName} forwards the statement to you.`,
      ...effectEn(data),
    ],
    facts: [...aboutEn(data), ['Law', data.law], ...until('Complain or sue before', data.dueAt, 'en')],
    link: { label: 'Read the counter-notice', url: data.url },
  }),
};

function effectZh({ effect, isSuitNeeded, law, dueAt }: Counter): string[] {
  if (effect === 'at_once') {
    return [
      `依照${law}，平台应当立即恢复被删除的内容（被断开的链接可以恢复），您不得再就该内容通知平台删除或者断开链接。`,
      '您仍认为侵权的，可以向人民法院起诉，或者向著作权行政管理部门投诉。',
    ];
  }
  if (effect === 'on_record') return ['您已投诉或者起诉的证明已登记在案，内容在程序终结前继续保持下架。'];
  const [ways, done] = isSuitNeeded ? ['向法院起诉', '起诉'] : ['向主管部门投诉或者向人民法院起诉', '投诉或者起诉'];
  const before = dueAt ? `在 ${beijingDeadline(dueAt, 'zh')} 前` : '';
  return [
    `您可以${ways}，并在通删提交证明。${before}收到您已${done}的证明的，内容继续保持下架；没有收到的，平台依照${law}恢复该内容。`,
  ];
}

function effectEn({ effect, isSuitNeeded, law, dueAt }: Counter): string[] {
  if (effect === 'at_once') {
    return [
      `Under ${law} the platform brings back at once what it removed (a broken link may come back), and you may not notify it again to remove that content or break its link.`,
      'If you still think that it infringes, you can sue in a people’s court or complain to the copyright administration.',
    ];
  }
  if (effect === 'on_record')
    return ['Proof of your complaint or suit is on record, so the content stays down until that has ended.'];
  const [ways, done] = isSuitNeeded
    ? ['sue', 'a suit']
    : ['complain to the authorities or sue', 'a complaint or a suit'];
  const before = dueAt ? ` before ${beijingDeadline(dueAt, 'en')}` : '';
  return [
    `You can ${ways} and send the proof to Tongshan. If proof of ${done} is received${before}, the content stays down; if none is, the platform brings it back under ${law}.`,
  ];
}
