import type { Schemas } from '../../api/client.js';
import type { Draft, DraftEvidence, DraftWork, Filing } from './draft.js';
import { bounds, splitText } from './split-text.js';

export type Preview = Schemas['ComplaintPreviewView'];
export type Unfinished = Schemas['PreviewComplaintRequest'];

/** The draft as the server reads it: what is blank is left out, and then named as missing by the article that asks for it. */
export function requestOf(draft: Draft, ownName: string): Unfinished {
  const { works, complainant, principal, statements } = draft;
  return {
    ground: draft.ground,
    demand: draft.demand,
    works: works.map(workOf),
    targets: splitText(draft.pasted)
      .slice(0, bounds.texts)
      .map((text) => ({
        text,
        workRef: workRefOf(draft, text),
        right: draft.right,
        ...filled({ description: draft.notes[text]?.description }),
        ...(draft.notes[text]?.account && { account: draft.notes[text].account }),
      })),
    ...(complainant && { complainant: { ...filled(complainant), name: complainant.name?.trim() || ownName } }),
    ...(principal && { onBehalfOf: filled(principal) }),
    evidence: draft.evidence.flatMap(evidenceOf),
    statements: {
      accuracy: statements.accuracy,
      goodFaith: statements.goodFaith,
      perjury: statements.perjury,
      ...filled({ signature: statements.signature }),
    },
  };
}

/** The same to be filed: without the texts in which the server found no address, of which the page tells. */
export function filingOf(request: Unfinished, preview: Preview): Filing {
  const chatter = textsWithoutAddress(preview);
  return { ...request, targets: request.targets?.filter((_, index) => !chatter.has(index)) } as Filing;
}

export function textsWithoutAddress({ targets }: Preview): ReadonlySet<number> {
  return new Set(targets.flatMap(({ index, code }) => (code === 'no_address' ? [index] : [])));
}

export function workRefOf({ works, notes }: Draft, text: string): string {
  const ref = notes[text]?.workRef;
  return works.some((work) => work.ref === ref) ? ref! : works[0]!.ref;
}

function workOf({ ref, workId, title, category, registrationNumber, originalUrls }: DraftWork) {
  if (workId) return { ref, workId };
  return { ref, category, ...filled({ title, registrationNumber }), ...(originalUrls && { originalUrls }) };
}

function evidenceOf({ kind, form, text, url, file, isForwarded }: DraftEvidence) {
  const held = form === 'file' ? filled({ fileId: file?.id }) : filled(form === 'text' ? { text } : { url });
  return Object.keys(held).length > 0 ? [{ kind, ...held, forward: isForwarded }] : [];
}

/** The API knows no empty text. */
function filled<T extends Record<string, string | undefined>>(fields: T): Partial<T> {
  const kept = Object.entries(fields).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []));
  return Object.fromEntries(kept) as Partial<T>;
}
