import type { Schemas } from '../../api/client.js';
import { blankDraft, blankEvidence, blankWork, type Category, type Draft } from './draft.js';

/** What another system wrote, on the page as if a person had typed it; the statements stay the person's. */
export function draftOfDocument({ id, document }: Schemas['DraftView']): Draft {
  const { works = [], targets = [], evidence = [], onBehalfOf, ground, demand } = document;
  const blank = blankDraft(false);
  return {
    ...blank,
    origin: id,
    ground: ground ?? blank.ground,
    demand: demand ?? blank.demand,
    pasted: targets.map(({ text }) => text).join('\n\n'),
    notes: Object.fromEntries(
      targets.map(({ text, workRef, description, account }) => [
        text,
        { ...(workRef && { workRef }), ...(description && { description }), ...(account && { account }) },
      ]),
    ),
    works: works.map(({ ref, title = '', category, originalUrls }) => ({
      ...blankWork(ref),
      title,
      category: (category as Category | undefined) ?? 'other',
      ...(originalUrls && { originalUrls }),
    })),
    principal: onBehalfOf ?? null,
    evidence: evidence.length
      ? evidence.map(({ kind, text = '', url = '' }) => ({
          ...blankEvidence(kind),
          form: text ? ('text' as const) : ('url' as const),
          text,
          url,
        }))
      : blank.evidence,
  };
}
