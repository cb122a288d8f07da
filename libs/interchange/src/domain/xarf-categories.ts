import type { WorkCategory } from '#law';
import type { XarfType } from './xarf-report.js';

/** The kinds of works of XARF in ours; `other` and what is not known here is left to a person. */
const ours = new Map<string, WorkCategory>(
  Object.entries({
    movie: 'film',
    tv_show: 'tv',
    documentary: 'film',
    music: 'music',
    music_video: 'music',
    software: 'software',
    ebook: 'literature',
    magazine: 'literature',
    document: 'literature',
    audiobook: 'audiobook',
    game: 'game',
    live_performance: 'live',
    sports_event: 'live',
  } as const),
);

export function categoryOfXarf(category: string | undefined): WorkCategory | undefined {
  return category === undefined ? undefined : ours.get(category);
}

const everywhere: Partial<Record<WorkCategory, string>> = {
  film: 'movie',
  tv: 'tv_show',
  music: 'music',
  audiobook: 'audiobook',
};
const ofFiles: Partial<Record<WorkCategory, string>> = {
  ...everywhere,
  software: 'software',
  literature: 'ebook',
  game: 'game',
};

/** Ours in those that the schema of the type knows, `other` where it knows none; the type `copyright` has no such member. */
export function xarfCategoryOf(category: string, type: XarfType): string | undefined {
  const known = { cyberlocker: ofFiles, link_site: ofFiles, ugc_platform: { ...everywhere, live: 'live_performance' } };
  if (!(type in known)) return undefined;
  return known[type as keyof typeof known][category as WorkCategory] ?? 'other';
}
