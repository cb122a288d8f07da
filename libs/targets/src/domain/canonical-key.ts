import { sameId } from './same-id.js';
import type { Reading } from './target.js';

/** Parameters that say how somebody came to a page, not which page it is. */
const TRACKING = new Set(
  (
    'spm scm vd_source share_source share_medium share_plat share_session_id share_tag share_times share_from share_id ' +
    'share_token share_link_id share_app_id share_did share_iid share_uid share_sign share_version shareuid sharefrom sharer ' +
    'is_copy_url is_from_webapp previous_page app_code_link xsec_token xsec_source xhsshare appuid apptime author_share ' +
    'wx_header chksm gclid fbclid msclkid yclid dclid igshid mc_cid mc_eid ref_src refer_flag pagetype sudaref wxwork_userid ' +
    'unique_k from_spmid from_source bbid tt_from _oak_share ut_sk shareurl tbsocialpopkey _wv _bid wfr ' +
    'ossaccesskeyid expires signature security-token'
  ).split(' '),
);
const TRACKING_PREFIXES = [
  'utm_',
  'spm_',
  'scm_',
  'share_',
  'hmsr',
  'hmpl',
  'hmcu',
  'hmkw',
  'hmci',
  'pk_',
  '_hs',
  'sharer_',
  'x-oss-',
  'x-cos-',
  'x-amz-',
  'q-',
];

/**
 * The key of a target within its platform: its type and id (and part), or, where the address names no id, the address
 * without scheme, tracking and sharing parameters, with sorted query.
 * @param slug the platform, which may write one id in two ways
 * @param url the clean address; null for an app link and a bare id
 * @param fallback the app link as typed
 */
export function canonicalKey(reading: Reading, slug: string | null, url: URL | null, fallback: string): string {
  if (reading.contentId !== null) {
    const part = reading.part === undefined || reading.part === '1' ? '' : `#${reading.part}`;
    return `${reading.contentType}:${sameId(slug, reading.contentType, reading.contentId)}${part}`;
  }
  return `${reading.contentType}:${url === null ? fallback : normalizedAddress(url)}`;
}

/** Host, path, sorted query without tracking, and the fragment only where it carries the route. */
export function normalizedAddress(url: URL): string {
  const query = [...url.searchParams]
    .filter(([name]) => !isTracking(name))
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const path = url.pathname.replace(/\/$/, '');
  return `${url.host}${path}${query === '' ? '' : `?${query}`}${carriesRoute(url.hash) ? url.hash : ''}`;
}

/** Single-page sites put the path behind `#/` or `#!`. */
export function carriesRoute(hash: string): boolean {
  return hash.startsWith('#/') || hash.startsWith('#!');
}

function isTracking(name: string): boolean {
  const key = name.toLowerCase();
  return TRACKING.has(key) || TRACKING_PREFIXES.some((prefix) => key.startsWith(prefix));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
