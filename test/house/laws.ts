import { posix } from 'node:path';
import { relativeTarget, type Source } from './source-tree.js';

/** The rows of the house, bottom first. Imports point to a lower row; only within row 0 there is an order. */
const rows: ReadonlyArray<readonly string[]> = [
  ['kernel'],
  ['database', 'telemetry'],
  ['events'],
  ['identity', 'directory', 'evidence', 'record', 'law', 'targets', 'documents'],
  ['deadlines', 'works', 'accounts'],
  ['notices'],
  ['intake', 'escalations', 'strikes'],
  ['green-channel', 'cases', 'webhooks', 'mail', 'inbound-mail', 'transparency', 'interchange', 'statistics'],
  ['operations'],
  ['apps/api', 'apps/worker'],
  ['apps/standalone'],
];

/** What stands outside the rows: imports nothing of the product, and nothing that is the product imports it. */
const outside = ['client', 'apps/console'];

/** The demo plays programs of other people, and speaks to the product as they do: by the client, over HTTP. */
const plays = { from: 'apps/standalone', to: 'client' };

const heightOf = new Map(rows.flatMap((names, height) => names.map((name) => [name, height] as const)));

/** The library (`notices`) or application (`apps/api`) that a path belongs to; null for anything else. */
export function partOf(path: string): string | null {
  const [top, name] = path.split('/');
  if (top === 'libs') return name ?? null;
  return top === 'apps' ? `apps/${name}` : null;
}

/** Law one: imports point down, never up, never sideways, and through the door. One line per fault. */
export function faultsOfDirection(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = partOf(source.path);
    return source.imports.flatMap(({ specifier, isLazy }) => {
      const say = (what: string) => [`${source.path}: "${specifier}" ${what}`];
      const to = ownPart(source.path, specifier);
      if (to === null) return [];
      if (from === null) return say('is of the product; migrations stand alone');
      // the console alone comes over the wire, a page at a time
      if (isLazy && from !== 'apps/console') return say('is imported at run time; import it at the top or not at all');
      if (specifier.startsWith('#')) {
        if (specifier.includes('/')) return say('goes deeper than the door');
        if (to === from) return say('is the library itself; import the file');
      } else {
        if (to === from) return [];
        if (!to.startsWith('apps/')) return say('crosses into a library by path; use its #name');
      }
      return fault(from, to).flatMap(say);
    });
  });
}

function fault(from: string, to: string): string[] {
  if (from === plays.from && to === plays.to) return [];
  if (outside.includes(from) || outside.includes(to)) return ['crosses to what stands outside the rows'];
  const [here, there] = [heightOf.get(from), heightOf.get(to)];
  if (here === undefined || there === undefined)
    return [`joins ${from} and ${to}, of which one has no row in test/house/laws.ts`];
  if (there === here) return [`points sideways, from ${from} to ${to}`];
  return there > here ? [`points up, from ${from} to ${to}`] : [];
}

/** The part of the product that an import leads to; null for packages, Node, and files such as the migrations. */
function ownPart(path: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]!;
  const target = relativeTarget(path, specifier);
  return target === null ? null : partOf(target);
}

const httpPackages = /^(fastify|@fastify\/.+|@nestjs\/(platform-|swagger|passport|jwt).*|passport.*|express)$/;
const nestInLibraries = new Set([
  'Inject',
  'Injectable',
  'Module',
  'DynamicModule',
  'Provider',
  'OnModuleDestroy',
  'LoggerService',
]);

/** HTTP is spoken by apps/api, the queue's language by apps/worker and libs/events, and domain/ is pure. */
export function faultsOfLanguage(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const { path, text, imports } = source;
    const faults: string[] = [];
    const isLibrary = path.startsWith('libs/');
    for (const { specifier, names } of imports) {
      const wrong = names.filter((name) => specifier === '@nestjs/common' && !nestInLibraries.has(name));
      if (isLibrary && httpPackages.test(specifier))
        faults.push(`${path}: "${specifier}" is HTTP; that is for apps/api`);
      if (isLibrary && wrong.length > 0) faults.push(`${path}: ${wrong.join(', ')} of Nest in a library`);
      if (specifier.startsWith('graphile-worker') && !/^(libs\/events|apps\/worker)\//.test(path))
        faults.push(`${path}: the queue is named by libs/events and apps/worker alone`);
      if (isPure(path) && /^(typeorm|@nestjs\/.+|pg|#database)$/.test(specifier))
        faults.push(`${path}: "${specifier}" in a pure rule`);
    }
    if (/graphile_worker\./.test(text) && !/^(libs\/events|apps\/worker)\//.test(path))
      faults.push(`${path}: SQL of the queue outside libs/events`);
    if (isPure(path) && /\bDate\.now\(\)|\bnew Date\(\)/.test(text))
      faults.push(`${path}: a pure rule reads the clock`);
    if (/\bforwardRef\b/.test(text)) faults.push(`${path}: forwardRef`);
    return faults;
  });
}

/** Rules take the instant as an argument. */
function isPure(path: string): boolean {
  return /^libs\/[^/]+\/src\/domain\//.test(path) && !isTest(path);
}

function isTest(path: string): boolean {
  return path.endsWith('.spec.ts');
}

/** Circles of imports between files of one part, each told once, from its first file. */
export function faultsOfCircles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap(({ specifier }) => relativeTarget(path, specifier) ?? []),
    ]),
  );
  const faults = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      faults.add([...trail.slice(start), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return [...faults];
}

const weakWords = /(^|-)(utils?|helpers?|managers?|handlers?|handle|process|processor|misc|common)(-|\.|$)/;
const weakNames = /(Utils?|Helpers?|Manager|Handler|Processor)$|^(handle|process)[A-Z]/;
const longest = 300;

/** Names carry the meaning, files stay short, a library has one door with named exports. */
export function faultsOfShape(sources: readonly Source[]): string[] {
  const faults: string[] = [];
  for (const { path, text, classes, functions, hasDefaultExport, hasStarExport, imports } of sources) {
    const name = posix.basename(path);
    const lines = text.replace(/\n$/, '').split('\n').length;
    if (lines > longest) faults.push(`${path}: ${lines} lines, more than ${longest}`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name)) faults.push(`${path}: the name is not kebab-case`);
    if (weakWords.test(name)) faults.push(`${path}: the file's name says nothing`);
    for (const weak of [...classes, ...functions].filter((word) => weakNames.test(word)))
      faults.push(`${path}: the name ${weak}`);
    if (hasDefaultExport) faults.push(`${path}: a default export`);
    if (!path.startsWith('libs/')) continue;
    if (classes.some((word) => /(?<!Logger)Service$/.test(word))) faults.push(`${path}: a service; write a verb`);
    if (hasStarExport) faults.push(`${path}: export * hides what is exported`);
    if (name === 'index.ts' && !/^libs\/[^/]+\/src\/index\.ts$/.test(path)) faults.push(`${path}: a second door`);
    if (!isTest(path) && imports.some(({ specifier }) => /^\.{1,2}\/(.*\/)?index\.js$/.test(specifier)))
      faults.push(`${path}: imports a door by path`);
  }
  const doors = new Set(sources.map(({ path }) => path).filter((path) => path.endsWith('/src/index.ts')));
  const libraries = new Set(sources.filter(({ path }) => path.startsWith('libs/')).map(({ path }) => partOf(path)!));
  for (const library of libraries) {
    if (!doors.has(`libs/${library}/src/index.ts`)) faults.push(`libs/${library}: no src/index.ts`);
  }
  return faults;
}
