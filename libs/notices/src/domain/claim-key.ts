import { sha256Hex } from '#kernel';

interface ClaimedWork {
  title: string;
  category: string;
  registrationNumber?: string | null;
  identifiers?: Readonly<Record<string, string>> | null;
}

/**
 * Same claimant, same work (domain.md §2.7): organization and principal, then the registration number, else an
 * identifier, else title and category. Another holder or another work gives another key: an independent hold.
 */
export function claimKey(organizationId: string, principal: string | null | undefined, work: ClaimedWork): string {
  return sha256Hex([organizationId, fold(principal ?? ''), workKey(work)].join('\n')).slice(0, 32);
}

function workKey(work: ClaimedWork): string {
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
