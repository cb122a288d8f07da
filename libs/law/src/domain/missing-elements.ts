import { elements, type ElementId } from './elements.js';
import type { NoticeDraft } from './notice-draft.js';
import type { Regime } from './regimes/regime.js';
import type { Label, Source } from './source.js';

export interface MissingElement {
  element: ElementId;
  /** Stable: integrators branch on it. */
  code: string;
  detail: Label;
  source: Source;
}

/**
 * What this notice still lacks to be lawful under the regime, in the order of the law; `[]` = complete.
 * A notice that lacks one is deemed not sent (互联网著作权行政保护办法 第8–10条): it waits and no clock runs.
 */
export function missingElements(regime: Regime, notice: NoticeDraft): MissingElement[] {
  return regime.requiredElements.flatMap(({ element, source }) => {
    const fault = elements[element](notice);
    return fault ? [{ element, ...fault, source }] : [];
  });
}
