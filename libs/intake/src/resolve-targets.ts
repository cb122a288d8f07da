import { setImmediate } from 'node:timers/promises';
import type { Tx } from '#database';
import { type DirectorySnapshot, directorySnapshot } from '#directory';
import {
  buildHostDirectory,
  type ContentType,
  type HostDirectory,
  isUnreadable,
  type ReadTarget,
  readTargets,
  type UnreadableTarget,
} from '#targets';
import type { DataSource } from 'typeorm';

/** One address found in a pasted text, and who answers for it. A text with several gives several with the same index. */
export interface ResolvedTarget {
  index: number;
  outcome: 'routed' | 'unrouted' | 'unreadable';
  raw: string;
  url: string | null;
  host: string | null;
  contentType: ContentType | null;
  contentId: string | null;
  part?: string;
  accountRef?: string;
  accessCode?: string;
  platform: { id: string; slug: string; name: string } | null;
  /** What named the platform; null where nothing did. */
  matchedBy: ReadTarget['matchedBy'];
  /** Why nobody answers for it, or why it cannot be read. */
  code?: UnreadableTarget['code'] | 'unknown_platform';
  /** What matched, or what to do next, in one sentence. */
  detail: string;
  /** Type and id or normalised address, unique within a platform; null where unreadable. */
  canonicalKey: string | null;
}

/** Prepared once per version of the directory. */
const prepared = new WeakMap<DirectorySnapshot, HostDirectory>();

/** How long texts are read before other requests of the process get their turn. */
const TURN_MILLISECONDS = 10;

/** Reads pasted texts and says who would have to act on them, and why. */
export async function resolveTargets(db: Tx | DataSource, texts: readonly string[]): Promise<ResolvedTarget[]> {
  return readWith(await directorySnapshot(db), texts);
}

/**
 * The same by a directory already at hand; gives way to others between texts. Never throws for what a text holds: one
 * that cannot be read says so.
 */
export async function readWith(snapshot: DirectorySnapshot, texts: readonly string[]): Promise<ResolvedTarget[]> {
  const targets: ResolvedTarget[] = [];
  let turnBegan = performance.now();
  for (const [index, text] of texts.entries()) {
    targets.push(...readOne(snapshot, index, text));
    if (performance.now() - turnBegan < TURN_MILLISECONDS) continue;
    await setImmediate();
    turnBegan = performance.now();
  }
  return targets;
}

function readOne(snapshot: DirectorySnapshot, index: number, text: string): ResolvedTarget[] {
  let hosts = prepared.get(snapshot);
  if (!hosts) prepared.set(snapshot, (hosts = buildHostDirectory(snapshot.hosts)));
  const directory = hosts;
  return readTargets(text, directory).map((target) =>
    isUnreadable(target) ? unreadable(index, target) : located(index, target, snapshot, directory),
  );
}

function unreadable(index: number, { raw, code, detail }: UnreadableTarget): ResolvedTarget {
  const nothing = { url: null, host: null, contentType: null, contentId: null, platform: null, canonicalKey: null };
  return { index, outcome: 'unreadable', raw, ...nothing, matchedBy: null, code, detail };
}

function located(index: number, read: ReadTarget, snapshot: DirectorySnapshot, hosts: HostDirectory): ResolvedTarget {
  const { platformSlug, matchedBy, ...target } = read;
  const found = platformSlug === null ? undefined : snapshot.bySlug.get(platformSlug);
  if (!found) {
    const detail = `No platform in the directory answers for ${read.host ?? 'this address'}; filed, it waits for an operator to assign it.`;
    return { index, outcome: 'unrouted', ...target, platform: null, matchedBy: null, code: 'unknown_platform', detail };
  }
  const { id, slug, name } = found;
  const detail = reason(read, name, hosts);
  return { index, outcome: 'routed', ...target, platform: { id, slug, name }, matchedBy, detail };
}

function reason(read: ReadTarget, name: string, hosts: HostDirectory): string {
  switch (read.matchedBy) {
    case 'app_scheme':
      return `The link opens an app that is registered for ${name}.`;
    case 'content_id':
      return `${read.contentId ?? 'The id'} is written as ${name} writes its ids.`;
    default: {
      const suffix = read.host === null ? null : hosts.findByHost(read.host)?.suffix;
      return suffix && suffix !== read.host
        ? `The host ${read.host} belongs to ${suffix}, which is registered for ${name}.`
        : `The host ${read.host ?? ''} is registered for ${name}.`;
    }
  }
}
