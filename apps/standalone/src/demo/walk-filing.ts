import { type Caller, must } from './walk-api.js';
import type { FiledNotice, Filing } from './walk-answers.js';
import { at, short, type Terminal } from './walk-terminal.js';

export interface Filed {
  filing: Filing;
  notices: { netdisk: FiledNotice; douyin: FiledNotice; taobao: FiledNotice };
  unknownHost: string;
  /** `performance.now()` just before the complaint was sent. */
  sentAt: number;
}

/** What somebody pastes; the ids come from the time, so that every run is about things of its own. */
function pastedTexts() {
  const number = Date.now().toString();
  const word = Date.now().toString(36);
  const unknownHost = `film-${word}.example.org`;
  return {
    unknownHost,
    texts: [
      `链接：https://pan.baidu.com/s/1Demo${word}AbCdEfGh?pwd=60va 提取码：60va --来自百度网盘超级会员V3的分享`,
      `7.46 z@G.vs YZZ:/ 08/31 流浪地球2 全片... https://v.douyin.com/${word}/ 复制此链接，打开抖音搜索，直接观看视频！`,
      `【淘宝】流浪地球2 4K 网盘发货 https://item.taobao.com/item.htm?id=${number}`,
      `https://${unknownHost}/play/1`,
      '提取码 60va，手慢无',
    ],
  };
}

const expected = ['served', 'served', 'served', 'unrouted', 'unreadable'];

/** One complaint, five texts as they were pasted; three become notices at once, two are told why not. */
export async function fileComplaint(rights: Caller, { step, tell }: Terminal): Promise<Filed> {
  step('权利人提交一份投诉，粘贴五个目标', 'A rights holder files one complaint with five pasted targets');
  const { texts, unknownHost } = pastedTexts();
  const sentAt = performance.now();
  const filing = await rights.post<Filing>('/v1/complaints', {
    ground: 'copyright',
    works: [{ ref: 'w1', title: '流浪地球2', category: 'film' }],
    targets: texts.map((text) => ({ text, workRef: 'w1', right: 'information_network' })),
    evidence: [
      { kind: 'ownership', text: '国作登字-2025-I-00012345' },
      { kind: 'infringement', url: 'https://example.com/proof', text: '可在线播放全片' },
    ],
    statements: { accuracy: true, goodFaith: true, signature: '张三' },
  });
  tell(`${filing.number} · 《流浪地球2》 · received ${at(filing.receivedAt)}`);
  for (const { index, outcome, code, noticeId } of filing.targets) {
    const notice = filing.notices.find(({ id }) => id === noticeId);
    tell(
      `${index + 1}. ${short(texts[index]!, 70)}`,
      `   → ${outcome}${notice ? ` · ${notice.platform.name} · ${notice.number} · ${notice.regime}` : ` (${code})`}`,
    );
  }
  const outcomes = filing.targets.map(({ outcome }) => outcome);
  must(outcomes.join() === expected.join(), `the outcomes are ${outcomes.join()}, not ${expected.join()}`);
  const [netdisk, douyin, taobao] = ['百度网盘', '抖音', '淘宝'].map((name) => {
    const notice = filing.notices.find(({ platform }) => platform.name === name);
    must(notice, `${name} got no notice`);
    return notice;
  });
  return { filing, notices: { netdisk: netdisk!, douyin: douyin!, taobao: taobao! }, unknownHost, sentAt };
}
