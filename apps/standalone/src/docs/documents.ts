import { itemStates, lifecycle } from '#notices';
import { readGlossary } from './glossary.js';
import { lawDocument } from './law-document.js';
import { lifecycleDocument } from './lifecycle-document.js';

/** Every document that is written from data: where it stands, and its text. `language` is the text of docs/language.md. */
export function documents(language: string): ReadonlyArray<{ path: string; text: string }> {
  const glossary = readGlossary(language);
  return [
    { path: 'docs/law.md', text: lawDocument(glossary) },
    { path: 'docs/lifecycle.md', text: lifecycleDocument(lifecycle, itemStates, glossary) },
  ];
}
