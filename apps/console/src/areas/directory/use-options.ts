import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { currentLanguage } from '../../words/language.js';

interface Option {
  value: string;
  label: string;
}

/** What a platform can be, by the server's own lists. */
export function useOptions(): { services: Option[]; regimes: Option[] } {
  const { data } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => taken(api.GET('/v1/vocabulary')),
    staleTime: Infinity,
  });
  const language = currentLanguage();
  const listed = (words: Record<string, { zh: string; en: string }> = {}) =>
    Object.entries(words).map(([value, word]) => ({ value, label: word[language] }));
  return { services: listed(data?.serviceTypes), regimes: listed(data?.regimes) };
}
