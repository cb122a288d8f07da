import { sha256Hex } from '#kernel';
import type { Right } from '#law';

interface ClaimedWork {
  /** Of the claimant's own vault. */
  workId?: string | null;
  title: string;
  category: string;
  registrationNumber?: string | null;
  identifiers?: Readonly<Record<string, string>> | null;
}

/**
 * Same claimant, same work, same right (domain.md §2.7): organization and principal, then the id in the vault, else the
 * registration number, else an identifier, else title and category. Another holder, work or right gives another key: an
 * independent hold. The right of network communication is what is meant where none is named.
 */
export function claimKey(
  organizationId: string,
  principal: string | null | undefined,
  work: ClaimedWork,
  right: Right = 'information_network',
): string {
  const rightKey = right === 'information_network' ? [] : [right];
  return sha256Hex([organizationId, fold(principal ?? ''), workKey(work), ...rightKey].join('\n')).slice(0, 32);
}

function workKey(work: ClaimedWork): string {
  if (work.workId) return `vault:${work.workId.toLowerCase()}`;
  if (work.registrationNumber) return `registration:${fold(work.registrationNumber)}`;
  const [identifier] = Object.entries(work.identifiers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (identifier) return `${fold(identifier[0])}:${fold(identifier[1])}`;
  return `title:${fold(work.title)}:${work.category}`;
}

/**
 * The rights holder, whoever files for them: the one who may not give notice again of what a counter-notice brought
 * back (条例 第17条). By name, which is all that every notice has of a holder.
 */
export function holderKey(document: {
  complainant: { name?: string | null };
  onBehalfOf?: { name?: string | null } | null;
}): string {
  return sha256Hex(fold(document.onBehalfOf?.name ?? document.complainant.name ?? '')).slice(0, 32);
}

/** Full-width, case, spaces and punctuation do not make another work. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, '');
}
