/** How firm the ground under a number is: read in an act, in a department's notice, in practice, or assumed by us. */
export const bases = ['statutory', 'departmental', 'platform_practice', 'assumption'] as const;
export type Basis = (typeof bases)[number];

/** Where a rule stands: the law by its own name, the article as cited. */
export interface Source {
  law: string;
  lawEn?: string;
  article: string;
}

/** The same words for both readers. */
export interface Label {
  zh: string;
  en: string;
}

export const reg468 = (article: string): Source => ({
  law: '信息网络传播权保护条例',
  lawEn: 'Regulation on the Protection of the Right of Communication through Information Networks',
  article,
});

/** 国家版权局、信息产业部令（2005年第5号）: what a notice and a counter-notice hold, else they count as not sent. */
export const onlineCopyrightMeasures = (article: string): Source => ({
  law: '互联网著作权行政保护办法',
  lawEn: 'Measures for the Administrative Protection of Copyright on the Internet',
  article,
});

/** The Supreme People's Court on what platforms may ask for. */
export const eCommerceGuidance = (article: string): Source => ({
  law: '最高人民法院关于审理涉电子商务平台知识产权民事案件的指导意见（法发〔2020〕32号）',
  lawEn: 'Guiding Opinions of the Supreme People’s Court on IP cases of e-commerce platforms (2020)',
  article,
});

export const eCommerceLaw = (article: string): Source => ({ law: '电子商务法', lawEn: 'E-Commerce Law', article });

export const civilCode = (article: string): Source => ({ law: '民法典', lawEn: 'Civil Code', article });

export const dmca = (article: string): Source => ({
  law: '美国数字千年版权法（17 USC 512）',
  lawEn: 'DMCA, 17 USC 512',
  article,
});

export const dsa = (article: string): Source => ({
  law: '欧盟数字服务法（2022/2065）',
  lawEn: 'Digital Services Act, Regulation (EU) 2022/2065',
  article,
});
