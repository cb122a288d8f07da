/** A complaint that lacks nothing, about one film; `texts` are what somebody pasted. */
export function complaintAbout(texts: readonly string[], changes: Record<string, unknown> = {}) {
  return {
    ground: 'copyright',
    works: [{ ref: 'w1', title: '流浪地球2', category: 'film' }],
    targets: texts.map((text) => ({ text, workRef: 'w1', right: 'information_network' })),
    evidence: [
      { kind: 'ownership', text: '国作登字-2025-I-00012345' },
      { kind: 'infringement', url: 'https://example.com/proof', text: '可在线播放全片' },
    ],
    statements: { accuracy: true, goodFaith: true, signature: '张三' },
    ...changes,
  };
}

let count = 0;
const next = () => String(++count).padStart(8, '0');

/** Addresses that nobody else uses, so that tests of one file do not make duplicates of each other. */
export const pasted = {
  netdisk: () => `链接：https://pan.baidu.com/s/1Tests${next()}Abcdefgh?pwd=60va 提取码：60va`,
  douyin: () => `https://www.douyin.com/video/72${next()}901234567`,
  taobao: () => `https://item.taobao.com/item.htm?id=6${next()}01`,
  /** 芒果TV is in the directory and has not joined. */
  notJoined: () => `https://www.mgtv.com/b/328724/${next()}.html`,
  unknown: () => `https://film-${next()}.example.org/play/1`,
};
