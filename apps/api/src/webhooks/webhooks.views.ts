import { ApiProperty } from '@nestjs/swagger';
import { instant } from '#kernel';
import type { Attempt, Delivery, Endpoint } from '#webhooks';

const instantField = { type: String, format: 'date-time' } as const;

export class EndpointView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) url: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: [String] }) events: string[];
  @ApiProperty({ type: String, enum: ['enabled', 'disabled'] }) state: string;

  @ApiProperty({ type: String, nullable: true, description: '`by_owner`, or `gone`: the receiver answered 410.' })
  disabledBecause: string | null;

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

export class TestSentView {
  @ApiProperty({ type: String, format: 'uuid' }) deliveryId: string;
}

class AttemptRequestView {
  @ApiProperty({ type: String }) url: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Without the signature.' })
  headers: Record<string, string>;
}

class AttemptErrorView {
  @ApiProperty({
    type: String,
    enum: ['timeout', 'address_refused', 'name_not_found', 'connection_failed', 'tls_failed', 'invalid_answer'],
  })
  code: string;

  @ApiProperty({ type: String }) detail: string;
}

class AttemptView {
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
  @ApiProperty({ type: String, format: 'uuid', description: 'The event; `webhook-id` is `msg_` and this.' })
  eventId: string;
  @ApiProperty({ type: String, example: 'notice.served' }) event: string;
  @ApiProperty({ type: String, enum: ['pending', 'delivered', 'exhausted'] }) state: string;
  @ApiProperty({ type: [AttemptView] }) attempts: AttemptView[];
  @ApiProperty({ ...instantField, nullable: true }) nextAttemptAt: string | null;
  @ApiProperty(instantField) createdAt: string;
  @ApiProperty({ ...instantField, nullable: true }) endedAt: string | null;
}

export class DeliveryPageView {
  @ApiProperty({ type: [DeliveryView] }) data: DeliveryView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export function endpointView(endpoint: Endpoint): EndpointView {
  const { id, url, description, events, state, disabledBecause, createdAt, updatedAt } = endpoint;
  const instants = { createdAt: instant(createdAt), updatedAt: instant(updatedAt) };
  return { id, url, description, events, state, disabledBecause, ...instants };
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const { id, eventId, event, state, attempts, nextAttemptAt, createdAt, endedAt } = delivery;
  return {
    id,
    eventId,
    event,
    state,
    attempts: attempts.map((attempt: Attempt) => ({ ...attempt, at: instant(new Date(attempt.at)) })),
    nextAttemptAt: instant(nextAttemptAt),
    createdAt: instant(createdAt),
    endedAt: instant(endedAt),
  };
}
