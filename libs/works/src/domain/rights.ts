import type { Label } from '#law';

/**
 * The rights that an authorization can grant: those of property in 著作权法 第十条第一款 (5)–(16), the remaining ones (17),
 * and the network rights of performers and producers (第三十九、四十四条). A closed list, so that "this right" can be judged.
 */
export const grantedRights = {
  reproduction: { zh: '复制权', en: 'reproduction' },
  distribution: { zh: '发行权', en: 'distribution' },
  rental: { zh: '出租权', en: 'rental' },
  exhibition: { zh: '展览权', en: 'exhibition' },
  performance: { zh: '表演权', en: 'public performance' },
  projection: { zh: '放映权', en: 'projection' },
  broadcasting: { zh: '广播权', en: 'broadcasting' },
  information_network: { zh: '信息网络传播权', en: 'communication through information networks' },
  cinematographic: { zh: '摄制权', en: 'making into a film' },
  adaptation: { zh: '改编权', en: 'adaptation' },
  translation: { zh: '翻译权', en: 'translation' },
  compilation: { zh: '汇编权', en: 'compilation' },
  performer_network: { zh: '表演者的信息网络传播权', en: 'network right of performers' },
  producer_network: { zh: '录音录像制作者的信息网络传播权', en: 'network right of producers' },
  other: { zh: '应当由著作权人享有的其他权利', en: 'other rights of the holder' },
} as const satisfies Record<string, Label>;

export type GrantedRight = keyof typeof grantedRights;

export const grantedRightNames = Object.keys(grantedRights) as GrantedRight[];

const byWord = new Map<string, GrantedRight>([
  ...grantedRightNames.flatMap((name) => [name, grantedRights[name].zh].map((word) => [word as string, name] as const)),
  // complaints call it by the word of the list of rights
  ['filming', 'cinematographic'],
]);

/** The right that a complaint names, by its code or its Chinese name; null for any other word. */
export function readRight(text: string): GrantedRight | null {
  return byWord.get(text.normalize('NFKC').trim()) ?? byWord.get(text.trim().toLowerCase()) ?? null;
}
