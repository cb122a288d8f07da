/**
 * Platforms that write one thing under two ids. The key uses one of them, so that both count as the same target;
 * `contentId` stays as written.
 */

const BILIBILI_ALPHABET = 'FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf';
const BILIBILI_XOR = 23442827791579n;
const BILIBILI_MASK = 2251799813685247n;
const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The id that stands for all ids of the same thing on that platform. */
export function sameId(slug: string | null, contentType: string, contentId: string): string {
  if (slug === 'bilibili' && contentType === 'video') return avOfBv(contentId);
  if (slug === 'weibo' && contentType === 'post') return midOfBid(contentId);
  return contentId;
}

/** BV ids are a reversible coding of av numbers. */
function avOfBv(id: string): string {
  if (!id.startsWith('BV1') || id.length !== 12) return id;
  const characters = [...id];
  swap(characters, 3, 9);
  swap(characters, 4, 7);
  let number = 0n;
  for (const character of characters.slice(3)) {
    const digit = BILIBILI_ALPHABET.indexOf(character);
    if (digit < 0) return id;
    number = number * 58n + BigInt(digit);
  }
  return `av${(number & BILIBILI_MASK) ^ BILIBILI_XOR}`;
}

function swap(characters: string[], a: number, b: number): void {
  [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
}

/** The short id of a post codes its number in groups of four characters for seven digits, from the right. */
function midOfBid(id: string): string {
  if (id.length > 12 || id.length < 6) return id;
  const groups: string[] = [];
  for (let end = id.length; end > 0; end -= 4) {
    let number = 0;
    for (const character of id.slice(Math.max(0, end - 4), end)) {
      const digit = BASE62.indexOf(character);
      if (digit < 0) return id;
      number = number * 62 + digit;
    }
    if (number > 9_999_999) return id;
    groups.unshift(end > 4 ? String(number).padStart(7, '0') : String(number));
  }
  return groups.join('');
}
