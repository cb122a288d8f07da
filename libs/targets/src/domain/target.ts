export const contentTypes = [
  'share',
  'short_link',
  'video',
  'live',
  'note',
  'post',
  'article',
  'question',
  'answer',
  'listing',
  'shop',
  'song',
  'album',
  'audio',
  'book',
  'chapter',
  'document',
  'app',
  'account',
  'page',
] as const;
/** What kind of thing an address points at. */
export type ContentType = (typeof contentTypes)[number];

/** One located thing, read from what a person pasted. */
export interface ReadTarget {
  /** The pasted text exactly as typed; several addresses in one text share it. */
  raw: string;
  /** The address cleaned of disguise (full width, defanging, user info); null for a bare id. */
  url: string | null;
  /** Lower case, punycode, no trailing dot, no port; null for a bare id and an app link. */
  host: string | null;
  platformSlug: string | null;
  contentType: ContentType;
  /** As the platform writes it, prefixes kept (BV…, av…); null where the shape of the address names none. */
  contentId: string | null;
  /** Part of a divided work: the `p` of a multi-part video. */
  part?: string;
  /** The account, shop or channel that the address itself names. */
  accountRef?: string;
  /** 提取码 of a netdisk share. */
  accessCode?: string;
  /** What named the platform; null where nothing did. */
  matchedBy: 'app_scheme' | 'host' | 'content_id' | null;
  /** Type and id (and part), or the normalised address; unique within a platform, combined with its id elsewhere. */
  canonicalKey: string;
}

/** A pasted text, or a piece of it, that names nothing that can be acted on. */
export interface UnreadableTarget {
  raw: string;
  code: 'no_address' | 'too_long' | 'bad_address';
  /** How to mend it, in one sentence. */
  detail: string;
}

/** What the shape of an address says about the thing behind it. */
export interface Reading {
  contentType: ContentType;
  contentId: string | null;
  part?: string;
  accountRef?: string;
  accessCode?: string;
}
