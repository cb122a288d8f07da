import { appParts, partsOf } from './address-parts.js';
import type { AppScheme } from './app-schemes.js';
import { appScheme } from './app-schemes.js';
import type { BareId } from './bare-ids.js';
import { canonicalKey } from './canonical-key.js';
import { findAddresses } from './find-addresses.js';
import type { AppLink, FoundAddress, WebAddress } from './found-address.js';
import type { HostDirectory } from './host.js';
import { normalizeHost } from './host.js';
import { shapesOf } from './platform-shapes.js';
import { matchShape } from './shape.js';
import type { Reading, ReadTarget } from './target.js';

/** A target with its place in the folded text. */
export type LocatedReading = Omit<ReadTarget, 'raw'> & { start: number; end: number };

/** Parameters in which app links carry the web address that they open. */
const WRAPPED = ['url', 'h5url', 'target', 'target_url', 'web_url', 'link', 'open_url', 'page', 'weburl'];
const NO_READING: Reading = { contentType: 'page', contentId: null };

/** Reads one found address. @returns the target, or a sentence that says why it is none */
export function readAddress(address: FoundAddress, directory: HostDirectory): LocatedReading | string {
  if (address.kind === 'refused') return address.detail;
  if (address.kind === 'web') return readWeb(address, directory);
  return address.scheme === 'thunder' ? readThunder(address, directory) : readApp(address, directory);
}

/** The target of an id without an address. */
export function locatedId({ start, slug, reading }: BareId): LocatedReading {
  const key = canonicalKey(reading, slug, null, '');
  return {
    start,
    end: start,
    url: null,
    host: null,
    platformSlug: slug,
    ...fields(reading),
    matchedBy: 'content_id',
    canonicalKey: key,
  };
}

function readWeb(address: WebAddress, directory: HostDirectory): LocatedReading | string {
  // Parsed as http so that every scheme gets the same host rules; the written scheme is put back.
  const url = parsedUrl(`http://${address.host}${address.port}${address.tail}`);
  if (url === null) return 'The address cannot be parsed; check the port and give it as the browser shows it.';
  const host = normalizeHost(url.hostname) ?? address.host;
  if ((address.scheme === 'https' && url.port === '443') || address.port === ':80') url.port = '';
  const platform = directory.findByHost(host);
  const reading = platform === null ? NO_READING : readShapes(url, platform.slug);
  return {
    start: address.start,
    end: address.end,
    url: `${address.scheme}${url.href.slice(4)}`,
    host,
    platformSlug: platform?.slug ?? null,
    ...fields(reading),
    matchedBy: platform === null ? null : 'host',
    canonicalKey: canonicalKey(reading, platform?.slug ?? null, url, ''),
  };
}

function readShapes(url: URL, slug: string): Reading {
  const shapes = shapesOf(slug);
  for (const parts of partsOf(url)) {
    const reading = matchShape(shapes, parts);
    if (reading !== null) return reading;
  }
  return NO_READING;
}

function readApp(link: AppLink, directory: HostDirectory): LocatedReading | string {
  const { scheme, rest } = unwrapIntent(link);
  const app = appScheme(scheme);
  const registered = directory.findByAppId?.(scheme) ?? null;
  const slug = registered?.slug ?? app?.slug ?? null;
  const typed = `${scheme}://${rest}`;
  const { platformSlug, reading, host } = readAppPath(rest, app, slug, directory);
  return {
    start: link.start,
    end: link.end,
    url: typed,
    host,
    platformSlug,
    ...fields(reading),
    matchedBy: platformSlug === null ? null : host === null ? 'app_scheme' : 'host',
    canonicalKey: canonicalKey(reading, platformSlug, null, typed),
  };
}

interface AppReading {
  platformSlug: string | null;
  /** The host inside the link where that, not the scheme, named the platform. */
  host: string | null;
  reading: Reading;
}

function readAppPath(rest: string, app: AppScheme | null, slug: string | null, directory: HostDirectory): AppReading {
  const inner = innerWeb(rest, directory);
  if (inner !== null && (inner.reading.contentId !== null || app === null)) return namedBy(inner, slug);
  const parts = appParts(rest);
  const reading = app === null ? null : matchShape(app.shapes, parts);
  if (reading !== null) return { platformSlug: slug, host: null, reading };
  for (const name of WRAPPED) {
    const wrapped = parts.query.get(name);
    const web = wrapped === undefined ? null : innerWeb(wrapped.replace(/^https?:\/\//i, ''), directory);
    if (web !== null && (web.reading.contentId !== null || slug === null)) return namedBy(web, slug);
  }
  return { platformSlug: slug, host: null, reading: NO_READING };
}

/** An app link may open with a host of the platform: `taobao://item.taobao.com/item.htm?id=1`. */
function innerWeb(rest: string, directory: HostDirectory): AppReading | null {
  const host = normalizeHost(rest.split(/[/?#]/, 1)[0] ?? '');
  const platform = host === null || !host.includes('.') ? null : directory.findByHost(host);
  const url = platform === null ? null : parsedUrl(`https://${rest}`);
  if (platform === null || url === null) return null;
  return { platformSlug: platform.slug, host, reading: readShapes(url, platform.slug) };
}

/** Where scheme and host agree, the scheme has named the platform. */
function namedBy(inner: AppReading, slug: string | null): AppReading {
  return inner.platformSlug === slug ? { ...inner, host: null } : inner;
}

/** A download link of 迅雷 wraps the address of the file: `AA…ZZ` in base64. */
function readThunder(link: AppLink, directory: HostDirectory): LocatedReading | string {
  const opened = Buffer.from(link.rest, 'base64').toString('utf8');
  const inner = findAddresses(opened.startsWith('AA') ? opened.slice(2, -2) : '', directory)[0];
  if (inner?.kind !== 'web') return 'The thunder link wraps no web address; give the page that offers it.';
  return readWeb({ ...inner, start: link.start, end: link.end }, directory);
}

/** `intent://…#Intent;scheme=bilibili;…` is Android's way of writing `bilibili://…`. */
function unwrapIntent({ scheme, rest }: AppLink): { scheme: string; rest: string } {
  const mark = scheme === 'intent' ? rest.indexOf('#Intent;') : -1;
  if (mark < 0) return { scheme, rest };
  const named = rest
    .slice(mark)
    .split(';')
    .find((part) => part.startsWith('scheme='));
  return { scheme: named?.slice(7).toLowerCase() ?? scheme, rest: rest.slice(0, mark) };
}

function parsedUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Only the fields that are there. */
function fields(reading: Reading): Reading {
  const { contentType, contentId, part, accountRef, accessCode } = reading;
  return {
    contentType,
    contentId,
    ...(part === undefined ? {} : { part }),
    ...(accountRef === undefined ? {} : { accountRef }),
    ...(accessCode === undefined ? {} : { accessCode }),
  };
}
