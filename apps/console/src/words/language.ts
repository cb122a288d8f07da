import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'tongshan.language';

/** Chinese first; English for whoever chose it, or whose browser asks for no Chinese. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.languages.some((language) => language.startsWith('zh')) ? 'zh' : 'en';
}

/** A word that is missing is a fault, told on the console where every browser test sees it. */
void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: {},
  // codes such as complaints:read are keys too
  nsSeparator: false,
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (_languages, namespace, key) => console.error(`no word for ${namespace}:${key}`),
});

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = htmlLanguage(language);
});
document.documentElement.lang = htmlLanguage(i18next.language);

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function speak(language: Language): void {
  localStorage.setItem(kept, language);
  void i18next.changeLanguage(language);
}

function htmlLanguage(language: string): string {
  return language === 'en' ? 'en' : 'zh-CN';
}
