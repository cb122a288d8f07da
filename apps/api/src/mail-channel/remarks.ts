import { type Problem, problemCatalogue } from '#kernel';
import { counterElementLabels } from '#law';
import type { Remark } from './notice-page.js';
import { faultSentence, type Language, sayIn } from './page-words.js';

/** What is said on the page to which an act leads; `missing` names elements that a relayed statement lacks. */
export function remarkOfDone(missing: readonly string[], language: Language): Remark {
  const say = sayIn(language);
  const labels = missing.flatMap((code) =>
    Object.hasOwn(counterElementLabels, code)
      ? [counterElementLabels[code as keyof typeof counterElementLabels][language]]
      : [],
  );
  if (labels.length > 0) return { kind: 'fault', title: say('doneInvalid'), lines: labels };
  return { kind: 'said', title: say('doneTitle'), lines: [say('done')] };
}

/** A refusal in sentences that somebody without an account can act on. */
export function remarkOfProblem({ code, details }: Problem, language: Language): Remark {
  const say = sayIn(language);
  const faults = (details.errors ?? []).map(
    (error) => faultSentence(error.code, say) ?? problemCatalogue[code][language],
  );
  return {
    kind: 'fault',
    title: say('notDone'),
    lines: faults.length > 0 ? [...new Set(faults)] : [problemCatalogue[code][language]],
  };
}
