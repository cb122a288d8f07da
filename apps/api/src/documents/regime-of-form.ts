import type { FormLanguage, FormRegime } from '#documents';
import { counterElementLabels, type Regime } from '#law';

/** What a user must put into a counter-notice, in the order of the law, for the copy that reaches the user. */
export function counterElementsOf(regime: Regime, language: FormLanguage): Array<{ label: string }> {
  return regime.counterElements.map(({ element }) => ({ label: counterElementLabels[element][language] }));
}

/** The rule under which a document runs, with its articles. */
export function formRegimeOf({ label, source }: Regime, language: FormLanguage): FormRegime {
  return { label: label[language], law: `${(language === 'en' && source.lawEn) || source.law} ${source.article}` };
}
