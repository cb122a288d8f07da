import type { HostDirectory } from './host.js';
import type { Reading } from './target.js';

/** An id that stands alone and names its platform by its form. */
export interface BareId {
  start: number;
  slug: string;
  reading: Reading;
}

/** More words than this in one text are not looked at. */
const MAX_WORDS = 2000;

interface IdForm {
  slug: string;
  is: Reading['contentType'];
  /** Anchored, without nested repetition. */
  form: RegExp;
}

/** Forms that no other platform uses. */
const FORMS: readonly IdForm[] = [
  { slug: 'bilibili', is: 'video', form: /^BV1[1-9A-HJ-NP-Za-km-z]{9}$/ },
  { slug: 'bilibili', is: 'video', form: /^av[1-9]\d{2,15}$/ },
  { slug: 'douyin', is: 'account', form: /^MS4wLjABAAAA[\w-]{20,80}$/ },
  { slug: 'wechat', is: 'account', form: /^gh_[0-9a-f]{12}$/ },
];
const PACKAGE_NAME = /^[a-z][a-z0-9_]{0,30}(?:\.[a-z][a-z0-9_]{0,40}){1,8}$/i;
const STORE_ID = /^(?:id\d{6,12}|C\d{6,12})$/;

/**
 * Item ids typed without an address (BV…, av…, `__biz=…`) and app ids that the directory knows.
 * @param text folded
 */
export function findBareIds(text: string, directory: HostDirectory): BareId[] {
  const found: BareId[] = [];
  let words = 0;
  for (const match of text.matchAll(/[\w.=&-]+/g)) {
    if (++words > MAX_WORDS) break;
    if ('/:@'.includes(text[match.index - 1] ?? ' ') || match[0].length > 300) continue;
    const bare = readWord(match[0], directory);
    if (bare) found.push({ start: match.index, ...bare });
  }
  return found;
}

function readWord(word: string, directory: HostDirectory): { slug: string; reading: Reading } | null {
  const known = FORMS.find(({ form }) => form.test(word));
  if (known) {
    const accountRef = known.is === 'account' ? word : undefined;
    return { slug: known.slug, reading: { contentType: known.is, contentId: word, accountRef } };
  }
  if (word.startsWith('__biz=')) return officialAccount(new URLSearchParams(word));
  if (directory.findByAppId && (PACKAGE_NAME.test(word) || STORE_ID.test(word))) {
    const owner = directory.findByAppId(word);
    if (owner) return { slug: owner.slug, reading: { contentType: 'app', contentId: word } };
  }
  return null;
}

/** `__biz=…` of WeChat: the account, or its article where `mid` comes with it. */
function officialAccount(query: URLSearchParams): { slug: string; reading: Reading } | null {
  const biz = query.get('__biz') ?? '';
  if (!/^[A-Za-z0-9]{8,40}={0,2}$/.test(biz)) return null;
  const mid = query.get('mid');
  const contentId = mid === null ? biz : `${biz}/${mid}/${query.get('idx') ?? '1'}`;
  return { slug: 'wechat', reading: { contentType: mid === null ? 'account' : 'article', contentId, accountRef: biz } };
}
