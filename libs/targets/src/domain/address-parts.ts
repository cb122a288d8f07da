import { carriesRoute } from './canonical-key.js';
import type { AddressParts } from './shape.js';

/** JSON in a parameter is read this deep. */
const MAX_JSON_DEPTH = 4;

/**
 * An address as its shapes see it. Where the fragment carries the route (`#/song?id=1`) that reading comes first, the
 * plain path second; parameters of path and fragment count in both.
 */
export function partsOf(url: URL): AddressParts[] {
  const { hostname, pathname, hash } = url;
  const query = parameters(url.search);
  if (!carriesRoute(hash)) {
    if (hash.includes('=')) addMissing(query, parameters(hash.slice(1)));
    return [{ host: trimDots(hostname), segments: segmentsOf(pathname), query }];
  }
  const route = hash.slice(hash.startsWith('#!/') ? 2 : 1);
  const mark = route.indexOf('?');
  if (mark >= 0) addMissing(query, parameters(route.slice(mark)));
  const path = mark < 0 ? route : route.slice(0, mark);
  return [path, pathname].map((either) => ({ host: trimDots(hostname), segments: segmentsOf(either), query }));
}

/** What follows `://` in an app link: host and path are one path; JSON parameters and encoded commands are opened. */
export function appParts(rest: string): AddressParts {
  const cut = rest.search(/[?#]/);
  const path = cut < 0 ? rest : rest.slice(0, cut);
  const query = parameters(cut < 0 ? '' : rest.slice(cut).replace(/^#/, '?'));
  // A copy: opening one parameter adds others.
  for (const value of Array.from(query.values())) if (value.startsWith('{')) collectJson(parsed(value), query, 0);
  if (path.startsWith('eyJ')) collectJson(parsed(Buffer.from(path, 'base64').toString('utf8')), query, 0);
  return { host: '', segments: segmentsOf(path), query };
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
}

/** Names in lower case; the first of several wins. */
function parameters(search: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    // `+` belongs to ids in base64, and a form would have written a space otherwise.
    if (!query.has(name.toLowerCase())) query.set(name.toLowerCase(), value.replaceAll(' ', '+'));
  }
  return query;
}

function addMissing(query: Map<string, string>, more: ReadonlyMap<string, string>): void {
  for (const [name, value] of more) if (!query.has(name)) query.set(name, value);
}

function collectJson(value: unknown, query: Map<string, string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_JSON_DEPTH) return;
  for (const [name, inner] of Object.entries(value)) {
    const key = name.toLowerCase();
    if (typeof inner === 'object') collectJson(inner, query, depth + 1);
    else if ((typeof inner === 'string' || typeof inner === 'number') && !query.has(key)) query.set(key, String(inner));
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function trimDots(hostname: string): string {
  let end = hostname.length;
  while (end > 0 && hostname[end - 1] === '.') end--;
  return hostname.slice(0, end);
}
