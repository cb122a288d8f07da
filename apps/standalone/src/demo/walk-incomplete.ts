import type { ReceiptToCheck } from '#record';
import { type Caller, must } from './walk-api.js';
import type { FiledNotice, Filing } from './walk-answers.js';
import { again } from './walk-standing.js';
import type { Terminal } from './walk-terminal.js';

export interface KeptReceipt extends ReceiptToCheck {
  receipt: { complaintNumber: string; receivedAt: string; eventId: string };
  keyId: string;
}

export interface Incomplete {
  /** What was pasted of the netdisk, to be pasted once more. */
  netdiskText: string;
  notices: { netdisk: FiledNotice; taobao: FiledNotice };
  receipt: KeptReceipt;
}

/** A complaint without the proof that it needs goes nowhere, and says why; with it, it is served. */
export async function fileIncomplete(rights: Caller, { step, tell }: Terminal): Promise<Incomplete> {
  step(
    '投诉缺一项要件：指明法条，补正后送达',
    'A complaint lacks an element: told by its article, served once supplemented',
  );
  const number = Date.now().toString();
  const netdiskText = `链接：https://pan.baidu.com/s/1User${number}AbCd?pwd=60va 提取码：60va`;
  const listings = ['1', '2', '3'].map((place) => `【淘宝】https://item.taobao.com/item.htm?id=${place}${number}`);
  const filing = await rights.post<Filing>('/v1/complaints', complaintAbout([netdiskText, ...listings], []));
  tell(`${filing.number} · 1 netdisk link, 3 listings → ${filing.state}`);
  for (const { regime, detail, source } of filing.deficiencies)
    tell(`   ${regime.padEnd(9)} ${detail} · ${source.law} ${source.article}`);
  must(filing.state === 'deficient' && filing.deficiencies.length === 2, `${filing.number} is ${filing.state}`);
  const receipt = await rights.get<KeptReceipt>(`/v1/complaints/${filing.id}/receipt`); // before the supplement: it comes with what was filed
  const supplement = { evidence: [proofOfInfringement] };
  const path = `/v1/complaints/${filing.id}/supplements`;
  const { state, notices } = await rights.post<Filing>(path, supplement);
  tell(
    `supplemented → ${state}: ${notices.map((one) => `${one.platform.name} ${one.number} (${one.regime})`).join(', ')}`,
  );
  tell(again('the supplement', await rights.refused(path, supplement)));
  const [netdisk, taobao] = ['百度网盘', '淘宝'].map((name) => {
    const notice = notices.find(({ platform }) => platform.name === name);
    must(notice, `${name} got no notice`);
    return notice;
  });
  return { netdiskText, notices: { netdisk: netdisk!, taobao: taobao! }, receipt };
}

const proofOfInfringement = { kind: 'infringement', url: 'https://example.com/proof', text: '可在线播放全片' };

export function complaintAbout(texts: readonly string[], evidence: readonly object[] = [proofOfInfringement]) {
  return {
    ground: 'copyright',
    works: [{ ref: 'w1', title: '流浪地球2', category: 'film' }],
    targets: texts.map((text) => ({ text, workRef: 'w1', right: 'information_network' })),
    evidence: [{ kind: 'ownership', text: '国作登字-2025-I-00012345' }, ...evidence],
    statements: { accuracy: true, goodFaith: true, signature: '张三' },
  };
}
