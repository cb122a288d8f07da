/** What a file can be put before. */
export type MatterKind = 'complaint' | 'notice' | 'authorization' | 'work' | 'escalation';

/** The sides of a matter, each of which sees a file only where the link names it. */
export type MatterParty = 'complainant' | 'platform' | 'regulator';

export interface FileLink {
  fileId: string;
  matterKind: MatterKind;
  matterId: string;
  /** A kind of evidence (`ownership`, …), or `document`. */
  kind: string;
  /** Whether the platform may pass it on to its user. */
  forward: boolean;
  readers: readonly MatterParty[];
}

/**
 * One link for each matter and file: a file named twice is read by the readers of both, and forwarded only where both
 * say so. What proves an identity never reaches the user who posted (domain.md §5), whatever else it proves.
 */
export function mergeLinks(links: readonly FileLink[]): FileLink[] {
  const merged = new Map<string, FileLink>();
  for (const link of links) {
    const key = `${link.matterId} ${link.fileId}`.toLowerCase();
    const before = merged.get(key);
    const forward = link.forward && link.kind !== 'identity' && (before?.forward ?? true);
    const readers = [...new Set([...(before?.readers ?? []), ...link.readers])];
    merged.set(key, { ...link, kind: before?.kind ?? link.kind, forward, readers });
  }
  return [...merged.values()];
}
