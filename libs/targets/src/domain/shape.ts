import type { ContentType, Reading } from './target.js';

/**
 * One row of a platform's address shapes: what it is, and the pattern `host/path?query`.
 *
 * - host: left out (any host of the platform), in full (`v.douyin.com`), or with a captured label (`{id:shop}.tmall.com`)
 * - path: segments; `a|b` for either; `{name:kind}` or `{name:kind:minimum length}` captures; `*` is any one segment.
 *   Segments behind the last one are ignored unless the path ends in `$`
 * - query: `?key={name:kind}&other={name:kind}`, `a|b={…}` for either name; a trailing `?` makes a parameter optional
 *
 * Captures `id`, `part`, `account`, `code` speak for themselves; `as` composes others (`{biz}/{mid}/{idx}`).
 */
export type ShapeRow = readonly [is: ContentType, at: string, as?: ShapeNames];
export interface ShapeNames {
  id?: string;
  part?: string;
  account?: string;
}

/** An address taken apart for matching. */
export interface AddressParts {
  host: string;
  segments: readonly string[];
  query: ReadonlyMap<string, string>;
}

type Captures = Record<string, string>;
interface Piece {
  literal: string;
  capture?: { name: string; allows: (code: number) => boolean; least: number; not?: ReadonlySet<string> };
}
interface QueryRule {
  keys: string[];
  pieces: Piece[];
  optional: boolean;
}
export interface Shape {
  is: ContentType;
  host: Piece[][] | null;
  path: Piece[][][];
  exact: boolean;
  query: QueryRule[];
  as: ShapeNames;
}

const inSet = (characters: string) => (code: number) => characters.includes(String.fromCharCode(code));
const between = (code: number, low: string, high: string) => code >= low.charCodeAt(0) && code <= high.charCodeAt(0);
const digit = (code: number) => between(code, '0', '9');
const word = (code: number) => digit(code) || between(code, 'a', 'z') || between(code, 'A', 'Z');
const token = (code: number) => word(code) || code === 0x2d || code === 0x5f;
const base64 = (code: number) => token(code) || inSet('=+/')(code);

/** Character classes of ids. Each is greedy and none gives back: a match costs one pass. */
const KINDS: Record<string, (code: number) => boolean> = {
  digits: digit,
  hex: (code) => digit(code) || between(code, 'a', 'f') || between(code, 'A', 'F'),
  word,
  token,
  base64,
  padded: (code) => token(code) || inSet('=')(code),
  colon: (code) => token(code) || code === 0x3a,
  dotted: (code) => token(code) || code === 0x2e,
  shop: token,
  any: () => true,
};
/** Host labels and first segments that belong to the site, not to a shop or a person. */
const RESERVED = new Set(
  (
    'www m h5 wap detail item items list s search login passport my member cart buy trade help about static img cdn api app ' +
    'pages page market chaoshi jx world food shop store mall brand home index cms act sale promo pay order u user space ' +
    'info news hot ranking rank category explore discover download live video tag tags topic vip open dev product products ' +
    'directory client rank match huodong uland main guang jubao signin signup write settings message notifications'
  ).split(' '),
);

/** Compiles the rows once, at start. @throws Error for a row that is not a pattern */
export function compileShapes(rows: readonly ShapeRow[]): Shape[] {
  return rows.map(([is, at, as = {}]) => {
    const [place = '', search = ''] = splitOnce(at, '?');
    const slash = place.indexOf('/');
    const host = slash < 0 ? place : place.slice(0, slash);
    const path = slash < 0 ? '' : place.slice(slash + 1);
    const exact = path.endsWith('$');
    const segments = (exact ? path.slice(0, -1) : path).split('/').filter((segment) => segment !== '');
    return {
      is,
      as,
      exact,
      host: host === '' ? null : host.split('.').map(compilePieces),
      path: segments.map((segment) => segment.split('|').map(compilePieces)),
      query: search === '' ? [] : search.split('&').map(compileQuery),
    };
  });
}

function compileQuery(rule: string): QueryRule {
  const optional = rule.endsWith('?');
  const [keys = '', value = ''] = splitOnce(optional ? rule.slice(0, -1) : rule, '=');
  return { keys: keys.toLowerCase().split('|'), pieces: compilePieces(value), optional };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function compilePieces(pattern: string): Piece[] {
  if (pattern === '*') return [{ literal: '', capture: { name: '', allows: () => true, least: 1 } }];
  const pieces: Piece[] = [];
  let rest = pattern;
  while (rest !== '') {
    const open = rest.indexOf('{');
    if (open < 0) {
      pieces.push({ literal: rest });
      break;
    }
    const close = rest.indexOf('}', open);
    const [name = '', kind = '', least = '1'] = rest.slice(open + 1, close).split(':');
    const allows = KINDS[kind];
    if (!allows) throw new Error(`unknown kind in pattern ${pattern}`);
    const not = kind === 'shop' ? RESERVED : undefined;
    pieces.push({ literal: rest.slice(0, open), capture: { name, allows, least: Number(least), not } });
    rest = rest.slice(close + 1);
  }
  return pieces;
}

/** The reading of the first row that fits, or null. */
export function matchShape(shapes: readonly Shape[], parts: AddressParts): Reading | null {
  for (const shape of shapes) {
    const captures: Captures = {};
    if (matchHost(shape, parts, captures) && matchPath(shape, parts, captures) && matchQuery(shape, parts, captures)) {
      return readingOf(shape, captures);
    }
  }
  return null;
}

function matchHost(shape: Shape, parts: AddressParts, captures: Captures): boolean {
  if (shape.host === null) return true;
  const labels = parts.host.split('.');
  return (
    labels.length === shape.host.length &&
    shape.host.every((pieces, i) => matchPieces(pieces, labels[i] ?? '', captures))
  );
}

function matchPath(shape: Shape, parts: AddressParts, captures: Captures): boolean {
  const { segments } = parts;
  if (segments.length < shape.path.length || (shape.exact && segments.length !== shape.path.length)) return false;
  return shape.path.every((either, i) => either.some((pieces) => matchPieces(pieces, segments[i] ?? '', captures)));
}

function matchQuery(shape: Shape, parts: AddressParts, captures: Captures): boolean {
  return shape.query.every((rule) => {
    const key = rule.keys.find((name) => parts.query.has(name));
    const value = key === undefined ? undefined : parts.query.get(key);
    return (value !== undefined && matchPieces(rule.pieces, value, captures)) || rule.optional;
  });
}

function matchPieces(pieces: readonly Piece[], text: string, captures: Captures): boolean {
  let at = 0;
  for (const { literal, capture } of pieces) {
    if (!text.startsWith(literal, at)) return false;
    at += literal.length;
    if (!capture) continue;
    const start = at;
    while (at < text.length && capture.allows(text.charCodeAt(at))) at++;
    if (at - start < capture.least || capture.not?.has(text.slice(start, at).toLowerCase())) return false;
    if (capture.name !== '') captures[capture.name] = text.slice(start, at);
  }
  return at === text.length;
}

function readingOf(shape: Shape, captures: Captures): Reading {
  const compose = (template: string | undefined, name: string): string | undefined =>
    template === undefined
      ? captures[name]
      : template.replace(/\{(\w+)\}/g, (_whole, key: string) => captures[key] ?? '');
  const contentId = compose(shape.as.id, 'id') ?? null;
  const owns = shape.is === 'account' || shape.is === 'shop';
  return {
    contentType: shape.is,
    contentId,
    part: compose(shape.as.part, 'part'),
    accountRef: compose(shape.as.account, 'account') ?? (owns ? (contentId ?? undefined) : undefined),
    accessCode: captures['code'],
  };
}
