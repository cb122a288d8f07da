import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../words/language.js';
import { api, type Schemas, taken } from './client.js';
import { queries } from './queries.js';

type Vocabulary = Schemas['VocabularyView'];
export type VocabularyPart = keyof Vocabulary;

const asked = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: () => taken(api.GET('/v1/vocabulary')),
  staleTime: Infinity,
});

/** Fetches the words beside the script of a page, so that no code is seen in the place of its word. Never rejects. */
export function readVocabulary(): Promise<void> {
  return queries.prefetchQuery(asked);
}

/**
 * The server's own words for its codes (states, dispositions, reasons, elements, rules of law), in the chosen language,
 * so that a new rule of law is one row there and nothing here. A code without a word stands for itself.
 */
export function useLabel(): (part: VocabularyPart, code: string | null | undefined) => string {
  const vocabulary = useVocabulary();
  return (part, code) => (code ? (vocabulary?.[part]?.[code]?.[currentLanguage()] ?? code) : '');
}

/** All codes of a part with their words, in the server's order: what a field offers. None until they have been read. */
export function useChoices(): <Code extends string>(part: VocabularyPart) => Array<{ value: Code; label: string }> {
  const vocabulary = useVocabulary();
  return <Code extends string>(part: VocabularyPart) =>
    Object.entries(vocabulary?.[part] ?? {}).map(([code, word]) => ({
      value: code as Code,
      label: word[currentLanguage()],
    }));
}

function useVocabulary(): Vocabulary | undefined {
  useTranslation();
  return useQuery(asked).data;
}
