import { beijingTime } from './beijing-time.js';
import type { LetterData } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';

/** The letter about a receiver that is sent nothing any more. */
export const endpointTemplates: { endpoint_disabled: Record<LetterLocale, Wording<'endpoint_disabled'>> } = {
  endpoint_disabled: {
    zh: (data) => ({
      subject: `回调地址已停用：${data.receiver}`,
      paragraphs: [
        data.because === 'gone'
          ? '接收端答复 410，表示不再接收，系统已将该回调地址停用。'
          : '该回调地址连续五天没有一次成功接收，系统已将其停用。',
        '停用期间的事件不会丢失：修复接收端并重新启用后，可以按时间补发，也可以从事件流读取。',
      ],
      facts: factsOf(data, 'zh'),
      link: { label: '查看回调地址', url: data.url },
    }),
    en: (data) => ({
      subject: `Webhook endpoint disabled: ${data.receiver}`,
      paragraphs: [
        data.because === 'gone'
          ? 'The receiver answered 410, which means that it wants no more; the endpoint has been disabled.'
          : 'The endpoint has taken nothing for five days; it has been disabled.',
        'Nothing is lost: mend the receiver, enable the endpoint, and recover what it missed, or read the feed of events.',
      ],
      facts: factsOf(data, 'en'),
      link: { label: 'See the endpoint', url: data.url },
    }),
  },
};

function factsOf(data: LetterData['endpoint_disabled'], locale: LetterLocale): Array<[string, string]> {
  const since = beijingTime(data.failingSince, locale);
  return locale === 'zh'
    ? [
        ['首次失败', since],
        ['失败次数', String(data.failedAttempts)],
      ]
    : [
        ['First failure', since],
        ['Failed attempts', String(data.failedAttempts)],
      ];
}
