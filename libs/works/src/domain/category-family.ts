import type { WorkCategory } from '#law';

const families = {
  audiovisual: ['film', 'tv', 'short_video', 'animation', 'live', 'course'],
  text: ['literature', 'news'],
  sound: ['music', 'audiobook'],
  picture: ['picture'],
  software: ['software', 'game'],
  database: ['database'],
  other: ['other'],
} as const satisfies Record<string, readonly WorkCategory[]>;

export type CategoryFamily = keyof typeof families;

const familyOf = new Map<string, CategoryFamily>(
  Object.entries(families).flatMap(([family, categories]) =>
    categories.map((category) => [category, family as CategoryFamily] as const),
  ),
);

/**
 * Categories that people use for one and the same work: a film is reported as short video or 电视剧, its novel is another
 * work. Our reading (basis: assumption). A word outside the list is a family of its own: `other`.
 */
export function categoryFamily(category: string): CategoryFamily {
  return familyOf.get(category) ?? 'other';
}
