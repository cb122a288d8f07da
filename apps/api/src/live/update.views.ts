import type { EventPayload } from '#events';
import type { Scope } from '#identity';
import { Shown } from '../http/shown.js';
import type { HeardEvent, InsideWork } from './changes.queries.js';

/** What the stream says beside the events of the log. */
export const updateTypes = ['notice.inside_work', 'target.unrouted'] as const;

/** What a message of the stream holds: where to look again. Never a name, never a text. */
export class UpdateView {
  @Shown('text', { description: 'An event type, or `notice.inside_work` (claims, notes, who looks at it).' })
  type: string;
  @Shown('text') matterKind: string;
  @Shown('uuid') matterId: string;
  @Shown('uuid', { optional: true }) noticeId?: string;
  @Shown('uuid', { optional: true }) complaintId?: string;
  @Shown('uuid', { optional: true }) counterNoticeId?: string;
  @Shown('uuid', { optional: true }) escalationId?: string;
  @Shown('text', { list: true, optional: true, description: 'At most 200.' }) itemIds?: string[];
  @Shown('instant') at: string;
}

/** Who hears a message: organizations, or everybody who keeps the directory; of them who holds one of the scopes. */
export interface Message {
  /** Of a message of the log: its place. */
  position: number | null;
  organizationIds: readonly string[] | 'operators';
  scopes: readonly Scope[] | null;
  text: string;
}

const readersOf: Readonly<Record<string, readonly Scope[]>> = {
  complaint: ['complaints:read'],
  notice: ['notices:read'],
  escalation: ['escalations:read', 'notices:read'],
  authorization: ['complaints:read'],
};

/** An event as its parties hear of it, and as the operators do. */
export function messagesOf(event: HeardEvent): Message[] {
  const { position, organizationIds, matterKind } = event;
  const update = updateOf(event);
  const forParties: Message = {
    position,
    organizationIds,
    scopes: readersOf[matterKind] ?? null,
    text: textOf({ event: 'update', id: position, data: update }),
  };
  if (!event.isForOperators) return [forParties];
  const type = matterKind === 'complaint' && update.type !== 'target.assigned' ? 'target.unrouted' : update.type;
  const told = { ...withoutNotice(update), type };
  const forOperators: Message = {
    position,
    organizationIds: 'operators',
    scopes: ['directory:manage'],
    text: textOf({ event: 'update', id: position, data: told }),
  };
  return [forParties, forOperators];
}

export function messageOfInsideWork({ organizationId, noticeId, at }: InsideWork): Message {
  const update: UpdateView = {
    type: 'notice.inside_work',
    matterKind: 'notice',
    matterId: noticeId,
    noticeId,
    at: new Date(at).toISOString(),
  };
  return {
    position: null,
    organizationIds: [organizationId],
    scopes: ['notices:read'],
    text: textOf({ event: 'update', data: update }),
  };
}

function updateOf({ type, matterKind, matterId, complaintId, payload }: HeardEvent): UpdateView {
  const { at, itemIds, data } = JSON.parse(payload) as EventPayload;
  const { noticeId, noticeIds, counterNoticeId } = data as Partial<Record<string, unknown>>;
  const told = matterKind === 'notice' ? matterId : (noticeId ?? (Array.isArray(noticeIds) ? noticeIds[0] : null));
  return {
    type,
    matterKind,
    matterId,
    ...(typeof told === 'string' && { noticeId: told }),
    ...((matterKind === 'complaint' || complaintId) && { complaintId: complaintId ?? matterId }),
    ...(typeof counterNoticeId === 'string' && { counterNoticeId }),
    ...(matterKind === 'escalation' && { escalationId: matterId }),
    ...(itemIds.length > 0 && { itemIds: itemIds.slice(0, 200) }),
    at,
  };
}

/** Operators keep the queue; the notices that come of it are not theirs to read. */
function withoutNotice({ noticeId: _noticeId, itemIds: _itemIds, ...rest }: UpdateView): UpdateView {
  return rest;
}

/** One message as the stream carries it (HTML Living Standard, server-sent events). */
export function textOf({ event, id, data }: { event: string; id?: number; data: object }): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
