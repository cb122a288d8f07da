import type { CounterDraft } from './counter-draft.js';
import { counterElements, type CounterElementId } from './counter-elements.js';
import type { Regime } from './regimes/regime.js';
import type { Label, Source } from './source.js';

export interface MissingCounterElement {
  element: CounterElementId;
  /** Stable: integrators branch on it. */
  code: string;
  detail: Label;
  source: Source;
}

/**
 * What this counter-notice still lacks to be valid under the regime, in the order of the law; `[]` = valid.
 * One that lacks an element counts as not sent (互联网著作权行政保护办法 第9–10条): it starts no clock and brings
 * nothing back, and the user is told what is missing.
 */
export function missingCounterElements(regime: Regime, counter: CounterDraft): MissingCounterElement[] {
  return regime.counterElements.flatMap(({ element, source }) => {
    const fault = counterElements[element](counter);
    return fault ? [{ element, ...fault, source }] : [];
  });
}
