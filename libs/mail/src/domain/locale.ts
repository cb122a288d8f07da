/** The languages that letters are written in. */
export const letterLocales = ['zh', 'en'] as const;
export type LetterLocale = (typeof letterLocales)[number];

/** One thing said in both. */
export type InBoth = Readonly<Record<LetterLocale, string>>;
