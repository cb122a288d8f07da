import {
  type ClockRule,
  clockRules,
  type CounterElementRule,
  counterElementLabels,
  counterReasonLabels,
  defaultZone,
  dispositionLabels,
  durationLabel,
  type ElementRule,
  elementLabels,
  type Label,
  proceedingKindLabels,
  refusalReasonLabels,
  type Regime,
  regimeIds,
  regimes,
  startLabels,
} from '#law';
import type { LabelledCodeView, RegimeView, RuleView } from './law.views.js';

/** Every clock in force, in the order in which the law is written down here. */
export const rulesInWords: readonly RuleView[] = clockRules.map((rule) => ({
  rule: rule.id,
  version: rule.version,
  regime: regimeOfRule(rule),
  kind: rule.kind,
  label: rule.label,
  duration: durationLabel(rule),
  length: rule.length,
  unit: rule.unit,
  rolls: rule.rolls,
  owedBy: rule.owedBy,
  basis: rule.basis,
  source: rule.source,
  zone: defaultZone(rule.id),
  startsOnCode: rule.startsOn,
  startsOn: startLabels[rule.startsOn],
  validFrom: rule.validFrom,
  note: rule.note ?? null,
}));

/** The law in which it stands: of its scope where that names one alone, else of its id. */
function regimeOfRule({ id, scope }: ClockRule): string | null {
  if (scope?.regimes?.length === 1) return scope.regimes[0]!;
  return regimeIds.find((regime) => id.startsWith(`${regime}.`)) ?? null;
}

export const regimesInWords: readonly RegimeView[] = Object.values(regimes).map((regime) => ({
  id: regime.id,
  version: regime.version,
  validFrom: regime.validFrom,
  name: regime.label,
  covers: regime.applicability.covers,
  law: regime.source,
  elements: cited(regime.requiredElements, elementLabels),
  counterElements: cited(regime.counterElements, counterElementLabels),
  dispositions: labelled(regime.sufficientDispositions, dispositionLabels),
  refusalReasons: labelled(Object.keys(refusalReasonLabels), refusalReasonLabels),
  counterReasons: labelled(Object.keys(counterReasonLabels), counterReasonLabels),
  proceedingKinds: labelled(regime.proceedingKinds, proceedingKindLabels),
  ...duties(regime),
}));

function duties({ allowsSupplement, allowsSecondNotice, restoresAtOnce, waitIsMandatory }: Regime) {
  return { allowsSupplement, allowsSecondNotice, restoresAtOnce, waitIsMandatory };
}

function cited(rules: ReadonlyArray<ElementRule | CounterElementRule>, labels: Readonly<Record<string, Label>>) {
  return rules.map(({ element, source, basis }) => ({ element, label: labels[element]!, source, basis }));
}

function labelled(codes: readonly string[], labels: Readonly<Record<string, Label>>): LabelledCodeView[] {
  return codes.map((code) => ({ code, label: labels[code]! }));
}
