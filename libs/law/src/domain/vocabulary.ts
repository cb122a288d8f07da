/** The closed lists of words that the API, the rules and the forms share (domain.md §1, law.md §2). */

export const serviceTypes = [
  'storage',
  'search_link',
  'netdisk',
  'ecommerce',
  'social',
  'short_video',
  'video',
  'music',
  'live',
  'literature',
  'education',
  'knowledge',
  'game',
  'app_store',
  'ad_alliance',
  'cloud_cdn',
  'access',
] as const;
/** What a provider does; some duties bind one kind of service only. */
export type ServiceType = (typeof serviceTypes)[number];

export const dispositions = [
  'removed',
  'disabled',
  'delinked',
  'delisted',
  'demoted',
  'account_limited',
  'forwarded_only',
] as const;
/** What a platform did about an item. Whether it suffices is for the regime to say. */
export type Disposition = (typeof dispositions)[number];

export const refusalReasons = [
  'licensed',
  'statutory_exception',
  'not_located',
  'insufficient_proof',
  'wrong_party',
  'public_domain',
  'own_work',
  'duplicate',
  'other',
] as const;
/** Why a platform declines; `other` needs a text. A refusal with reasons is not a breach. */
export type RefusalReason = (typeof refusalReasons)[number];

export const counterReasons = [
  'own_work',
  'licensed',
  'not_infringing',
  'statutory_exception',
  'public_domain',
  'mistake',
  'other',
] as const;
/** Why a user objects to a notice; `other` needs a text. */
export type CounterReason = (typeof counterReasons)[number];

export const proceedingKinds = ['complaint', 'suit'] as const;
/** What a rights holder brings before others about an item: a complaint to an authority, a suit in court. */
export type ProceedingKind = (typeof proceedingKinds)[number];

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
] as const;
export type WorkCategory = (typeof workCategories)[number];

export const grounds = ['copyright', 'neighbouring_right', 'rights_management_information'] as const;
/** The right that a complaint rests on. */
export type Ground = (typeof grounds)[number];

export const rights = [
  'reproduction',
  'distribution',
  'rental',
  'exhibition',
  'performance',
  'projection',
  'broadcasting',
  'information_network',
  'filming',
  'adaptation',
  'translation',
  'compilation',
  'other',
] as const;
/** The economic rights in a work in the order of 著作权法 第10条第1款第5至17项; the moral ones are `other`. */
export type Right = (typeof rights)[number];

export const evidenceKinds = ['identity', 'ownership', 'infringement', 'authorization', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
