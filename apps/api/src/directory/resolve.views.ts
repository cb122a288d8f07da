import { ApiProperty } from '@nestjs/swagger';
import type { ResolvedTarget } from '#intake';

export class RespondentView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) slug: string;
  @ApiProperty({ type: String }) name: string;
}

/** One address found in a pasted text: what it points at, who would have to act on it, and why. */
export class ResolvedTargetView {
  @ApiProperty({ type: 'integer', description: 'Which of the texts; one text can hold several addresses.' })
  index: number;
  @ApiProperty({ enum: ['routed', 'unrouted', 'unreadable'] }) outcome: ResolvedTarget['outcome'];
  @ApiProperty({ type: String }) raw: string;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ type: String, nullable: true }) host: string | null;
  @ApiProperty({ type: String, nullable: true }) contentType: string | null;
  @ApiProperty({ type: String, nullable: true }) contentId: string | null;
  @ApiProperty({ type: String, required: false }) part?: string;
  @ApiProperty({ type: String, required: false }) accountRef?: string;
  @ApiProperty({ type: String, required: false, description: '提取码' }) accessCode?: string;
  @ApiProperty({ type: RespondentView, nullable: true }) platform: RespondentView | null;
  @ApiProperty({ enum: ['app_scheme', 'host', 'content_id'], nullable: true }) matchedBy: string | null;
  @ApiProperty({ enum: ['no_address', 'too_long', 'bad_address', 'unknown_platform'], required: false }) code?: string;
  @ApiProperty({ type: String, description: 'What matched, or what to do next.' }) detail: string;
}

export class ResolvedView {
  @ApiProperty({ type: [ResolvedTargetView] }) targets: ResolvedTargetView[];
}

export function resolvedView(targets: readonly ResolvedTarget[]): ResolvedView {
  return { targets: targets.map(({ canonicalKey: _inside, ...target }) => target) };
}
