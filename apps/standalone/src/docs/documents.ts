import { itemStates, lifecycle } from '#notices';
import { readGlossary } from './glossary.js';
import { integrationPages, withParts } from './integration-pages.js';
import { lawDocument } from './law-document.js';
import { lifecycleDocument } from './lifecycle-document.js';

/**
 * Every document that is written from data, whole or in part: where it stands, and its text. `read` gives what stands
 * there now.
 */
export function documents(read: (path: string) => string): ReadonlyArray<{ path: string; text: string }> {
  const glossary = readGlossary(read('docs/language.md'));
  return [
    { path: 'docs/law.md', text: lawDocument(glossary) },
    { path: 'docs/lifecycle.md', text: lifecycleDocument(lifecycle, itemStates, glossary) },
    ...integrationPages.map(({ path, language }) => ({ path, text: withParts(read(path), language, read) })),
  ];
}
