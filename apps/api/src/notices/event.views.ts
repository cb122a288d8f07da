import type { EventPayload } from '#events';
import { instant } from '#kernel';
import { Shown } from '../http/shown.js';

class ActorView {
  @Shown(['member', 'api_key', 'mail_link', 'system']) kind: string;
  @Shown('uuid', { nullable: true }) organizationId: string | null;
  @Shown('uuid', { nullable: true }) id: string | null;
}

export class EventView {
  @Shown('uuid') id: string;
  @Shown('whole') sequence: number;
  @Shown('text') type: string;
  @Shown('instant') at: string;
  @Shown(() => ActorView) actor: ActorView;
  @Shown('text', { list: true }) itemIds: string[];
  @Shown('object') data: object;
  @Shown('text', { description: 'SHA-256 over the canonical text of the event and its predecessor’s hash.' })
  hash: string;
  @Shown('text') previousHash: string;
}

export class EventPage {
  @Shown(() => EventView, { list: true }) data: EventView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function eventView(event: EventPayload & { hash: string }): EventView {
  const { id, sequence, type, at, actor, itemIds, data, hash, previousHash } = event;
  return { id, sequence, type, at: instant(new Date(at)), actor, itemIds, data, hash, previousHash };
}
