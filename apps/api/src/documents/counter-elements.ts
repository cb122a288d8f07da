import type { Label, RegimeId } from '#law';

/** What a user must put into a counter-notice, in words for the copy that reaches the user. */
const labels = {
  name: { zh: '您的姓名（名称）', en: 'your name' },
  contact: { zh: '您的联系方式', en: 'how you can be reached' },
  address: { zh: '您的地址', en: 'your address' },
  phone: { zh: '您的电话号码', en: 'your telephone number' },
  identity: { zh: '您的真实身份信息（证件类型和号码，或身份证明材料）', en: 'your real identity, with proof of it' },
  statement: { zh: '不构成侵权的书面说明（声明）', en: 'a statement that nothing is infringed' },
  reasons: { zh: '异议的理由', en: 'the reasons of your objection' },
  location: {
    zh: '要求恢复的作品名称和网络地址',
    en: 'the works or material to be restored, with their network addresses',
  },
  proof: {
    zh: '不构成侵权的初步证明材料（如权属证明、授权证明）',
    en: 'prima facie proof that nothing is infringed, such as proof of ownership or a licence',
  },
  truthfulness: { zh: '对书面说明真实性负责的声明', en: 'a statement that you answer for its truth' },
  perjury: {
    zh: '善意相信内容因错误或误认被移除、如有虚假愿受伪证处罚的声明',
    en: 'a statement, under penalty of perjury, that you believe in good faith in a mistake or misidentification',
  },
  jurisdiction: {
    zh: '同意美国联邦地区法院管辖并接受送达的声明',
    en: 'your consent to the jurisdiction of the federal district court and to service of process',
  },
  signature: { zh: '您的签名或盖章', en: 'your signature' },
} as const satisfies Record<string, Label>;

/** By the law of each regime (law.md §1): 条例 16, 电子商务法 43, 民法典 1196, 17 USC 512(g)(3), DSA 20(3). */
const asked: Readonly<Record<RegimeId, ReadonlyArray<keyof typeof labels>>> = {
  'cn.reg468': ['name', 'contact', 'address', 'identity', 'location', 'statement', 'proof', 'truthfulness'],
  'cn.ecl': ['statement', 'proof', 'identity'],
  'cn.civil': ['statement', 'proof', 'identity'],
  'us.dmca': ['signature', 'location', 'perjury', 'name', 'address', 'phone', 'jurisdiction'],
  'eu.dsa': ['reasons'],
};

export function counterElementsOf(regime: RegimeId, language: 'zh' | 'en'): Array<{ label: string }> {
  return asked[regime].map((element) => ({ label: labels[element][language] }));
}
