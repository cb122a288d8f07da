import { problemCatalogue, type ProblemCode } from '#kernel';
import { receiverCheckNames, receiverChecks, retrySchedule, webhookEventTypes } from '#webhooks';
import { statusOfKind } from '../../../api/src/http/problem-filter.js';
import { eventCatalogue } from '../../../api/src/webhooks/event-catalogue.js';
import { type EventDetail, eventDetails } from '../../../api/src/webhooks/event-details.js';
import { code, table } from './markdown.js';

export const guideLanguages = ['zh', 'en'] as const;
export type GuideLanguage = (typeof guideLanguages)[number];

/** The tables of the platform guide that follow from data, by the name under which a page asks for one. */
export const integrationTables: Readonly<Record<string, (language: GuideLanguage) => string>> = {
  events: (language) =>
    table(
      language === 'zh' ? ['事件', '含义', 'data.details'] : ['event', 'meaning', 'data.details'],
      webhookEventTypes.map((type) => [
        code(type),
        eventCatalogue[type][language],
        eventCatalogue[type].details.map(code).join(' '),
      ]),
    ),
  details: (language) =>
    table(
      language === 'zh' ? ['成员', '含义'] : ['member', 'meaning'],
      Object.keys(eventDetails).map((name) => [code(name), eventDetails[name as EventDetail][language]]),
    ),
  problems: (language) =>
    table(
      language === 'zh' ? ['代码', 'HTTP', '含义'] : ['code', 'HTTP', 'meaning'],
      Object.entries(problemCatalogue)
        .map(([name, { kind, ...title }]) => [name as ProblemCode, statusOfKind[kind], title[language]] as const)
        .sort(([, a], [, b]) => a - b)
        .map(([name, status, title]) => [code(name), String(status), title]),
    ),
  retries: (language) => {
    let total = 0;
    const rows = retrySchedule.map((wait, failed) => {
      total += wait;
      return [String(failed + 2), inWords(wait, language), inWords(total, language)];
    });
    return table(
      language === 'zh'
        ? ['第几次', '距上次失败', '距首次发送']
        : ['try', 'after the last failure', 'after the first try'],
      rows,
    );
  },
  checks: (language) =>
    table(
      language === 'zh' ? ['检查', '为何重要、如何改正'] : ['check', 'why it matters, how to mend it'],
      receiverCheckNames.map((name) => [code(name), receiverChecks[name].advice[language]]),
    ),
};

const units = [
  { milliseconds: 3_600_000, zh: '小时', en: 'h' },
  { milliseconds: 60_000, zh: '分', en: 'min' },
  { milliseconds: 1_000, zh: '秒', en: 's' },
];

/** Milliseconds as hours, minutes and seconds, without what is nought. */
function inWords(milliseconds: number, language: GuideLanguage): string {
  let rest = milliseconds;
  const parts = units.flatMap((unit) => {
    const count = Math.floor(rest / unit.milliseconds);
    rest %= unit.milliseconds;
    return count > 0 ? [`${count} ${unit[language]}`] : [];
  });
  return parts.join(' ');
}
