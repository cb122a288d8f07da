import { type WorkCategory, workCategories } from '#law';

/** `Item/Type` is free text: the words that are met in notices, in ours. What is not known here is left to a person. */
const ours: ReadonlyArray<[RegExp, WorkCategory]> = [
  [/^(movie|film|motion picture)$/i, 'film'],
  [/^(tv|tv show|television)$/i, 'tv'],
  [/^(music|song|sound recording|mp3)$/i, 'music'],
  [/^(software|application)$/i, 'software'],
  [/^(game|video game)$/i, 'game'],
  [/^(e-?book|book|text)$/i, 'literature'],
  [/^audio ?book$/i, 'audiobook'],
  [/^(image|picture|photo)$/i, 'picture'],
];

/** Also our own words, which stand in what we write. */
export function acnsCategory(type: string | undefined): WorkCategory | undefined {
  if (type === undefined) return undefined;
  return workCategories.find((own) => own === type) ?? ours.find(([words]) => words.test(type))?.[1];
}
