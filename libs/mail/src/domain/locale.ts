/** The languages that letters are written in. */
export const letterLocales = ['zh', 'en'] as const;
export type LetterLocale = (typeof letterLocales)[number];

/** In both, one after the other: for a reader whose language nobody knows. */
export type Reading = LetterLocale | 'both';

/** One thing said in both. */
export type InBoth = Readonly<Record<LetterLocale, string>>;
