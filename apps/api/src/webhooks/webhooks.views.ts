import { ApiProperty } from '@nestjs/swagger';
import { instant } from '#kernel';
import {
  type Attempt,
  type Delivery,
  type Endpoint,
  type FeedEntry,
  disabledBecause,
  signatureSchemes,
} from '#webhooks';
import { encodeCursor } from '../http/paging.js';
import { Shown } from '../http/shown.js';

const instantField = { type: String, format: 'date-time' } as const;

export class EndpointView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) url: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: [String] }) events: string[];
  @ApiProperty({ type: String, enum: ['enabled', 'disabled'] }) state: string;

  @Shown(disabledBecause, {
    nullable: true,
    description: '`gone`: the receiver answered 410; `failing`: five days of nothing but failures.',
  })
  disabledBecause: string | null;

  @Shown(signatureSchemes, { list: true }) signatures: string[];

  @Shown('text', { nullable: true, description: '`whpk_` and an Ed25519 key in base64; verifies `v1a`.' })
  publicKey: string | null;

  @Shown('instant', {
    nullable: true,
    description: 'After a rotation: until then messages carry the signatures of the old keys too.',
  })
  previousSecretValidUntil: string | null;

  @Shown('instant', { nullable: true, description: 'The receiver said 429: everything for it waits until then.' })
  pausedUntil: string | null;

  @Shown('instant', { nullable: true, description: 'The first failure since the last success.' })
  failingSince: string | null;

  @Shown('whole', { description: 'The entity tag is this number.' }) version: number;

  @ApiProperty(instantField) createdAt: string;
  @ApiProperty(instantField) updatedAt: string;
}

export class RegisteredEndpointView extends EndpointView {
  @ApiProperty({ type: String, description: 'Signs every message; shown this once.', example: 'whsec_…' })
  secret: string;
}

export class EndpointPageView {
  @ApiProperty({ type: [EndpointView] }) data: EndpointView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class RecoveryView {
  @Shown('whole', { description: 'Deliveries that had been given up and are sent again.' }) resent: number;
  @Shown('whole', { description: 'Events that had passed the endpoint by and are sent now.' }) missed: number;
  @Shown('flag', { description: 'There is more: ask again with the same instant.' }) hasMore: boolean;
}

export class TestSentView {
  @ApiProperty({ type: String, format: 'uuid' }) deliveryId: string;
}

export class AttemptRequestView {
  @ApiProperty({ type: String }) url: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Without the signature.' })
  headers: Record<string, string>;
}

export class AttemptErrorView {
  @ApiProperty({
    type: String,
    enum: ['timeout', 'address_refused', 'name_not_found', 'connection_failed', 'tls_failed', 'invalid_answer'],
  })
  code: string;

  @ApiProperty({ type: String }) detail: string;
}

export class AttemptView {
  @ApiProperty(instantField) at: string;
  @ApiProperty({ type: 'integer', nullable: true }) statusCode: number | null;
  @ApiProperty({ type: 'integer' }) durationMs: number;
  @ApiProperty({ type: AttemptRequestView }) request: AttemptRequestView;

  @ApiProperty({ type: String, nullable: true, description: 'The first 4 kB of the answer.' })
  answer: string | null;

  @ApiProperty({ type: AttemptErrorView, nullable: true }) error: AttemptErrorView | null;
}

export class DeliveryView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid' }) endpointId: string;
  @ApiProperty({ type: String, format: 'uuid', description: 'The event; `webhook-id` is `msg_` and this.' })
  eventId: string;
  @ApiProperty({ type: String, example: 'notice.served' }) event: string;
  @ApiProperty({ type: String, enum: ['pending', 'delivered', 'exhausted'] }) state: string;
  @ApiProperty({ type: [AttemptView] }) attempts: AttemptView[];
  @ApiProperty({ ...instantField, nullable: true }) nextAttemptAt: string | null;
  @ApiProperty(instantField) createdAt: string;
  @ApiProperty({ ...instantField, nullable: true }) endedAt: string | null;
}

export class WholeDeliveryView extends DeliveryView {
  @Shown('text', { description: 'What is sent, to the byte.' }) body: string;
}

export class DeliveryPageView {
  @ApiProperty({ type: [DeliveryView] }) data: DeliveryView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class FeedMatterView {
  @Shown('text') kind: string;
  @Shown('uuid') id: string;
}

export class FeedDataView {
  @Shown('uuid') eventId: string;
  @Shown(() => FeedMatterView) matter: FeedMatterView;
  @Shown('whole', { description: 'Place in the log of the matter.' }) sequence: number;
  @Shown('uuid', { list: true, description: 'At most 100 where there are more; see itemCount.' }) itemIds: string[];
  @Shown('whole') itemCount: number;
  @Shown('object') details: object;
  @Shown('text', { nullable: true, description: 'Where to read the matter whole.' }) url: string | null;
}

export class FeedEntryView {
  @Shown('uuid', { description: 'The event; a webhook’s `webhook-id` is `msg_` and this.' }) id: string;
  @Shown('text', { description: 'Send it as `after` to go on behind this entry.' }) cursor: string;
  @Shown('text') type: string;
  @Shown('instant', { description: 'When it happened.' }) timestamp: string;
  @Shown(() => FeedDataView, { description: 'The same as in the body of a webhook.' }) data: FeedDataView;
}

export class FeedPageView {
  @Shown(() => FeedEntryView, { list: true }) data: FeedEntryView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function feedEntryView({ id, position, type, timestamp, data }: FeedEntry): FeedEntryView {
  return { id, cursor: encodeCursor([position]), type, timestamp, data: data as unknown as FeedDataView };
}

export function endpointView(endpoint: Endpoint): EndpointView {
  const { id, url, description, events, state, signatures, publicKey, version } = endpoint;
  return {
    id,
    url,
    description,
    events,
    state,
    disabledBecause: endpoint.disabledBecause,
    signatures,
    publicKey,
    previousSecretValidUntil: instant(endpoint.previousValidUntil),
    pausedUntil: instant(endpoint.pausedUntil),
    failingSince: instant(endpoint.failingSince),
    version,
    createdAt: instant(endpoint.createdAt),
    updatedAt: instant(endpoint.updatedAt),
  };
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const { id, endpointId, eventId, event, state, attempts, nextAttemptAt, createdAt, endedAt } = delivery;
  return {
    id,
    endpointId,
    eventId,
    event,
    state,
    attempts: attempts.map((attempt: Attempt) => ({ ...attempt, at: instant(new Date(attempt.at)) })),
    nextAttemptAt: instant(nextAttemptAt),
    createdAt: instant(createdAt),
    endedAt: instant(endedAt),
  };
}
