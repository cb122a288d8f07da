import { beijingDeadline } from './beijing-time.js';
import type { LetterData } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { InBoth, LetterLocale } from './locale.js';

/** What waits, by the key of the workbench. */
export const waitingLabels: Readonly<Record<string, InBoth>> = {
  unacknowledged: { zh: '待受理的通知', en: 'Notices to acknowledge' },
  undecided: { zh: '待处置的通知', en: 'Notices to decide' },
  dueSoon: { zh: '临期', en: 'Due soon' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  assignedToMe: { zh: '指派给您的', en: 'Assigned to you' },
  restoreDue: { zh: '待恢复', en: 'To restore' },
  counterToForward: { zh: '待转送的反通知', en: 'Counter-notices to forward' },
  supplementAnswered: { zh: '已补正、待处置', en: 'Supplemented, to decide' },
  deficient: { zh: '待补正的投诉', en: 'Complaints to complete' },
  supplementRequested: { zh: '平台要求补正', en: 'Supplements asked for' },
  counterNotices: { zh: '收到的反通知', en: 'Counter-notices received' },
  unrouted: { zh: '待归属的目标', en: 'Targets that wait for a platform' },
  open: { zh: '待认领的升级事项', en: 'Escalations to claim' },
  claimedByMe: { zh: '您认领的升级事项', en: 'Escalations that you claimed' },
};

/** The summary of a day, for those with something that waits. */
export const digestTemplates: { digest: Record<LetterLocale, Wording<'digest'>> } = {
  digest: {
    zh: (data) => ({
      subject: `今日待办：${data.waiting.map((entry) => counted(entry, 'zh')).join('，')}`.slice(0, 120),
      name: data.name,
      paragraphs: ['以下事项正在等待您或您所在的机构处理。'],
      facts: factsOf(data, 'zh'),
      link: { label: '打开工作台', url: data.url },
    }),
    en: (data) => ({
      subject: `Waiting today: ${data.waiting.map((entry) => counted(entry, 'en')).join(', ')}`.slice(0, 120),
      name: data.name,
      paragraphs: ['This waits for you or your organization.'],
      facts: factsOf(data, 'en'),
      link: { label: 'Open the workbench', url: data.url },
    }),
  },
};

function counted([key, count]: readonly [string, string], locale: LetterLocale): string {
  const label = waitingLabels[key]?.[locale] ?? key;
  return locale === 'zh' ? `${label} ${count}` : `${label.toLowerCase()}: ${count}`;
}

function factsOf({ waiting, nearest }: LetterData['digest'], locale: LetterLocale): Array<[string, string]> {
  return [
    ...waiting.map(([key, count]): [string, string] => [waitingLabels[key]?.[locale] ?? key, count]),
    ...nearest.map(([number, title, dueAt]): [string, string] => [
      number,
      locale === 'zh'
        ? `${title}，${beijingDeadline(dueAt, 'zh')} 截止`
        : `${title}, due before ${beijingDeadline(dueAt, 'en')}`,
    ]),
  ];
}
