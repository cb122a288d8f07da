import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './language.js';

interface Tree {
  [key: string]: string | Tree;
}

/** The same keys with other sentences: a missing or surplus translation does not compile. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** `title`, `empty.why`: the keys of a tree of sentences, joined by dots. */
export type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];

type Values = Record<string, string | number>;

/** Says a sentence; `{{name}}` in it is taken from `values`. */
export type Say<T> = (key: KeyOf<T>, values?: Values) => string;

export interface Words<T> {
  /** In a component: follows the chosen language. */
  use: () => Say<T>;
  /** Outside of components, in the language of the moment. */
  say: Say<T>;
  zh: T;
  en: SameKeys<T>;
}

/** The sentences of one part of the console in both languages, under a name of its own. */
export function defineWords<const T extends Tree>(namespace: string, zh: T, en: SameKeys<T>): Words<T> {
  i18next.addResourceBundle('zh', namespace, zh);
  i18next.addResourceBundle('en', namespace, en);
  return {
    use: () => useTranslation(namespace).t as unknown as Say<T>,
    say: ((key: string, values?: Values) => i18next.t(key, { ns: namespace, ...values })) as Say<T>,
    zh,
    en,
  };
}
