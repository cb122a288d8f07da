import { blankDraft, blankEvidence, blankWork, type Category, type Draft, type Filing } from './draft.js';

/** The example of the sandbox as if a person had typed it. */
export function draftOfExample(example: Filing): Draft {
  const { ground, works, targets, demand, evidence = [], statements } = example;
  const blank = blankDraft(false);
  return {
    ...blank,
    ground,
    demand: demand ?? blank.demand,
    right: targets[0]?.right ?? blank.right,
    pasted: targets.map(({ text }) => text).join('\n\n'),
    notes: Object.fromEntries(targets.map(({ text, workRef, description }) => [text, { workRef, description }])),
    works: works.map(({ ref, title = '', category, registrationNumber = '' }) => ({
      ...blankWork(ref),
      title,
      category: (category as Category | undefined) ?? 'other',
      registrationNumber,
    })),
    evidence: evidence.map(({ kind, text = '' }) => ({ ...blankEvidence(kind), text })),
    statements: { ...blank.statements, ...statements, signature: statements?.signature ?? '' },
  };
}
