import { currentLanguage } from '../words/language.js';
import { words } from './part-words.js';

/** To a page (and place) of the guide for platforms, which is served beside the console; else to its first five minutes. */
export function GuideLink({ page = 'index.html' }: { page?: string }) {
  const say = words.use();
  return <a href={`/guide/${currentLanguage()}/${page}`}>{say('guide')}</a>;
}
