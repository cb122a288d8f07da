import { instant } from '#kernel';
import type { Head, InclusionProof } from '#record';
import { Shown } from '../http/shown.js';

export class HeadView {
  @Shown('whole') number: number;
  @Shown('text', { description: 'The Beijing day that it closes.' }) day: string;
  @Shown('whole') fromPosition: number;
  @Shown('whole') toPosition: number;
  @Shown('whole') eventCount: number;
  @Shown('text', { description: 'Root of the hash tree (RFC 6962) over the hashes of the events, by position.' })
  root: string;
  @Shown('text', { description: '`hash` of the head before; zeros for the first.' }) previousHash: string;
  @Shown('text', { description: 'Milliseconds always, as in the text that is hashed.' }) madeAt: string;
  @Shown('text', { description: 'SHA-256 of the canonical text (RFC 8785) of the members above.' }) hash: string;
  @Shown('text', { nullable: true, description: 'RFC 3161 token over `hash`, DER, base64.' })
  timestampToken: string | null;
  @Shown('text', { nullable: true, description: 'Who stamped: subject of its certificate.' })
  timestampAuthority: string | null;
  @Shown('instant', { nullable: true }) stampedAt: string | null;
}

export class HeadPageView {
  @Shown(() => HeadView, { list: true }) data: HeadView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function headView(head: Head): HeadView {
  const { number, day, fromPosition, toPosition, eventCount, root, previousHash, hash } = head;
  return {
    number,
    day,
    fromPosition,
    toPosition,
    eventCount,
    root,
    previousHash,
    madeAt: head.madeAt.toISOString(),
    hash,
    timestampToken: head.timestampToken?.toString('base64') ?? null,
    timestampAuthority: head.timestampAuthority,
    stampedAt: instant(head.stampedAt),
  };
}

export class InclusionProofView {
  @Shown('uuid') eventId: string;
  @Shown('text', { description: 'The leaf: SHA-256 of 0x00 and these 32 bytes.' }) eventHash: string;
  @Shown('whole', { nullable: true, description: 'Its place among the `eventCount` leaves of the head.' })
  leafIndex: number | null;
  @Shown('text', { list: true, description: 'The nodes beside the way to the root, lowest first (RFC 6962 §2.1.1).' })
  path: string[];
  @Shown(() => HeadView, { nullable: true, description: 'Null until the day of the event is closed.' })
  head: HeadView | null;
}

export function proofView({ eventId, eventHash, leafIndex, path, head }: InclusionProof): InclusionProofView {
  return { eventId, eventHash, leafIndex: head && leafIndex, path, head: head && headView(head) };
}
