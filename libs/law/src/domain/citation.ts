import type { Label, Source } from './source.js';

/** A place in a law as a sentence names it: 电子商务法第43条, E-Commerce Law art 43. */
export function citation({ law, lawEn, article }: Source): Label {
  return { zh: `${law}${article}`, en: `${lawEn ?? law} ${article.replace(/第([\d–]+)条/, 'art $1')}` };
}
