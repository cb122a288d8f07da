import type { OrganizationKind } from '../../api/me.js';

const pages: Record<string, (kind: OrganizationKind) => string> = {
  '/v1/notices': (kind) => (kind === 'platform' ? '/inbox' : '/notices'),
  '/v1/complaints': () => '/complaints',
  '/v1/counter-notices': () => '/counter-notices',
  '/v1/escalations': () => '/escalations',
  '/v1/unrouted-targets': () => '/unrouted',
};

/** The page that shows what a list of the API holds, under the same filters. */
export function listAddress(list: string, kind: OrganizationKind): string {
  const [path = '', query] = list.split('?');
  const page = pages[path]?.(kind) ?? '/';
  return query ? `${page}?${query}` : page;
}
