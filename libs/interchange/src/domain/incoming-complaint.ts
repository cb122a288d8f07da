import type { DraftDocument, DraftEvidence, DraftRemark, DraftWork } from '#intake';

/** A document of another system, read: what `keepDraft` of the intake takes, but for who it is for. */
export interface IncomingComplaint {
  format: 'xarf' | 'acns';
  sender: string | null;
  document: DraftDocument;
  remarks: DraftRemark[];
}

/** One infringement as a message tells it. */
export interface IncomingInfringement {
  /** The address, or what stands in its place; ≤ 4,000 characters. */
  text: string;
  title?: string | undefined;
  category?: string | undefined;
  originalUrl?: string | undefined;
  description?: string | undefined;
  handle?: string | undefined;
  /** When it was seen, as the message says. */
  seenAt?: string | undefined;
}

/** What the API takes in one complaint (api.md §1, §3). */
const bounds = { works: 100, evidence: 100, text: 4_000, urls: 20, sender: 320 };
/** Of the targets of one complaint. */
export const mostInfringements = 500;
/** As many remarks as a person would read; beyond, the message itself says it. */
export const mostRemarks = 100;

/**
 * The parts of a draft that both formats make in the same way. Infringements of one work share it; what they say of the
 * time when each was seen becomes proof of infringement, in as few pieces as hold it.
 */
export function draftOf(
  infringements: readonly IncomingInfringement[],
  said: readonly DraftEvidence[],
): { parts: Pick<DraftDocument, 'works' | 'targets' | 'evidence'>; remarks: DraftRemark[] } {
  const works = new Map<string, DraftWork>();
  const targets = infringements.map(({ text, description, handle, ...of }) => ({
    text,
    workRef: workFor(works, of).ref,
    ...(description && { description }),
    ...(handle && { account: { handle } }),
  }));
  const evidence = [...said, ...sightings(infringements)];
  return {
    parts: { works: [...works.values()], targets, evidence: evidence.slice(0, bounds.evidence) },
    remarks: [
      ...[...works.values()].flatMap(({ ref, title, category }) => [
        ...(title ? [] : [lacksTitle(ref)]),
        ...(category ? [] : [lacksCategory(ref)]),
      ]),
      ...(evidence.length > bounds.evidence ? [tooMuchEvidence] : []),
    ],
  };
}

/** Who is said to have written it, as one line. */
export function senderLine(name: string | undefined, email: string | undefined): string | null {
  const line = [name, email && `<${email}>`].filter(Boolean).join(' ');
  return line.slice(0, bounds.sender) || null;
}

/** Whether a name in a message is the organization's own, however it is spaced and cased. */
export function isSameName(name: string, other: string): boolean {
  return folded(name) === folded(other);
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function workFor(
  works: Map<string, DraftWork>,
  { title, category, originalUrl }: Pick<IncomingInfringement, 'title' | 'category' | 'originalUrl'>,
): DraftWork {
  const key = JSON.stringify([title, category]);
  // beyond the bound of one complaint the rest stands with the last work, for a person to sort out
  const last = works.size >= bounds.works ? [...works.values()].at(-1) : undefined;
  const work = works.get(key) ??
    last ?? { ref: `w${works.size + 1}`, ...(title && { title }), ...(category && { category }) };
  const urls = new Set([...(work.originalUrls ?? []), ...(originalUrl ? [originalUrl] : [])]);
  if (urls.size > 0) work.originalUrls = [...urls].slice(0, bounds.urls);
  if (!last) works.set(key, work);
  return work;
}

function sightings(infringements: readonly IncomingInfringement[]): DraftEvidence[] {
  const pieces: string[] = [];
  for (const { seenAt, text } of infringements) {
    if (!seenAt) continue;
    const line = `${seenAt} ${text}`.slice(0, bounds.text);
    const last = pieces.at(-1);
    if (last && last.length + line.length < bounds.text) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.map((text) => ({ kind: 'infringement', text }));
}

const lacksTitle = (ref: string): DraftRemark => ({
  at: null,
  code: 'work_without_title',
  zh: `作品 ${ref} 没有名称，请补充。`,
  en: `Work ${ref} has no title; add it.`,
});

const lacksCategory = (ref: string): DraftRemark => ({
  at: null,
  code: 'work_without_category',
  zh: `作品 ${ref} 没有类型，请选择。`,
  en: `Work ${ref} has no category; choose one.`,
});

const tooMuchEvidence: DraftRemark = {
  at: null,
  code: 'evidence_left_out',
  zh: '证据超过 100 条，其余未带入；原文完整保留。',
  en: 'There are more than 100 pieces of evidence; the rest was left out. The message itself is kept whole.',
};
