import { findLabelledCodes } from './domain/access-codes.js';
import { findBareIds } from './domain/bare-ids.js';
import { findAddresses } from './domain/find-addresses.js';
import { foldText } from './domain/fold-text.js';
import type { HostDirectory } from './domain/host.js';
import type { LocatedReading } from './domain/read-address.js';
import { locatedId, readAddress } from './domain/read-address.js';
import type { ReadTarget, UnreadableTarget } from './domain/target.js';

/** Longest text that is read, in characters. */
export const MAX_PASTED_CHARACTERS = 4000;

/**
 * Reads what a person pasted: every address in it, each with its platform, its id there, and the access code beside it.
 * Never throws, time linear in the text; at least one entry. `raw` of every entry is the text as typed.
 * @param directory hosts and app ids, prepared once with `buildHostDirectory`
 */
export function readTargets(text: string, directory: HostDirectory): Array<ReadTarget | UnreadableTarget> {
  if (isTooLong(text)) {
    const detail = `The text is longer than ${MAX_PASTED_CHARACTERS} characters; paste the address itself, or split the text.`;
    return [{ raw: text, code: 'too_long', detail }];
  }
  const folded = foldText(text);
  const addresses = findAddresses(folded, directory);
  const located: LocatedReading[] = [];
  const refused: UnreadableTarget[] = [];
  for (const address of addresses) {
    const outcome = readAddress(address, directory);
    if (typeof outcome === 'string') refused.push({ raw: text, code: 'bad_address', detail: outcome });
    else located.push(outcome);
  }
  const outside = findBareIds(folded, directory).filter(
    ({ start }) => !addresses.some((address) => start >= address.start && start < address.end),
  );
  for (const bare of outside) {
    const known = located.some(
      (other) => other.platformSlug === bare.slug && other.contentId === bare.reading.contentId,
    );
    if (!known) located.push(locatedId(bare));
  }
  located.sort((a, b) => a.start - b.start);
  giveAccessCodes(folded, located);
  const targets = onePerTarget(located).map(({ start: _start, end: _end, ...target }) => ({ raw: text, ...target }));
  const entries = [...targets, ...onePerDetail(refused)];
  if (entries.length > 0) return entries;
  const detail = 'No web address, app link or item id was found; paste the link, or type the address with https://.';
  return [{ raw: text, code: 'no_address', detail }];
}

/** Whether an entry could not be read. */
export function isUnreadable(target: ReadTarget | UnreadableTarget): target is UnreadableTarget {
  return 'code' in target;
}

function isTooLong(text: string): boolean {
  if (text.length <= MAX_PASTED_CHARACTERS) return false;
  return text.length > MAX_PASTED_CHARACTERS * 2 || Array.from(text).length > MAX_PASTED_CHARACTERS;
}

/** A labelled code belongs to the nearest link before it, the first link when none is before it. */
function giveAccessCodes(folded: string, located: LocatedReading[]): void {
  const takers = located.filter((target) => target.contentType === 'share' || target.platformSlug === null);
  let next = 0;
  for (const { start, code } of findLabelledCodes(folded)) {
    if (takers.some((target) => start >= target.start && start < target.end)) continue;
    while (next < takers.length && (takers[next]?.start ?? 0) < start) next++;
    const taker = takers[Math.max(0, next - 1)];
    if (taker && taker.accessCode === undefined) taker.accessCode = code;
  }
}

/** The same thing named twice is one target; the code found beside either of them stays. */
function onePerTarget(located: readonly LocatedReading[]): LocatedReading[] {
  const kept = new Map<string, LocatedReading>();
  for (const target of located) {
    const key = `${target.platformSlug ?? ''} ${target.canonicalKey}`;
    const earlier = kept.get(key);
    if (!earlier) kept.set(key, target);
    else if (earlier.accessCode === undefined && target.accessCode !== undefined)
      earlier.accessCode = target.accessCode;
  }
  return [...kept.values()];
}

function onePerDetail(refused: readonly UnreadableTarget[]): UnreadableTarget[] {
  return [...new Map(refused.map((entry) => [entry.detail, entry])).values()];
}
