import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { OneOf, Text } from '../http/fields.js';

/** A receipt as it was given, whole or its three first members. */
export class ReceiptVerificationRequest {
  // of any shape: what is not one of ours is told so by the answer. Depth and size are bounded for every body.
  @ApiProperty({ type: 'object', additionalProperties: true, description: '`receipt` of the answer, unchanged.' })
  @IsObject()
  receipt: Record<string, unknown>;

  @Text({ max: 200, description: 'Ed25519 over the canonical text of the receipt (RFC 8785), base64.' })
  signature: string;

  @Text({ max: 100, description: 'Which of the published keys signed.' })
  keyId: string;

  @Text({ optional: true, max: 100, description: 'Held against the receipt where it is sent.' })
  sha256?: string;

  @OneOf(['Ed25519'], { optional: true })
  algorithm?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'What was filed, held against `contentSha256` where it is sent.',
  })
  @IsOptional()
  @IsObject()
  content?: Record<string, unknown> | null;
}
