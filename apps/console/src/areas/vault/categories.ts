import type { Schemas } from '../../api/client.js';

export const workCategories = [
  'film',
  'tv',
  'short_video',
  'animation',
  'music',
  'literature',
  'picture',
  'software',
  'game',
  'course',
  'audiobook',
  'live',
  'news',
  'database',
  'other',
] as const satisfies ReadonlyArray<Schemas['WorkView']['category']>;

/** Numbers that works carry, by the schemes whose check digits the server knows. */
export const workSchemes = [
  'isbn',
  'issn',
  'isrc',
  'iswc',
  'isan',
  'eidr',
  'isni',
  'software_registration',
  'dci',
] as const;

export const grantedRights = [
  'information_network',
  'reproduction',
  'distribution',
  'rental',
  'exhibition',
  'performance',
  'projection',
  'broadcasting',
  'cinematographic',
  'adaptation',
  'translation',
  'compilation',
  'performer_network',
  'producer_network',
  'other',
] as const satisfies Schemas['AuthorizationView']['rights'];
