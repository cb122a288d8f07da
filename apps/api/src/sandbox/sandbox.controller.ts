import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow } from '#database';
import { instant, Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { Needs } from '../http/access.js';
import { Instant, Text } from '../http/fields.js';
import { Shown } from '../http/shown.js';
import { advanceClock } from './advance-clock.js';
import { readDuration } from './read-duration.js';

class ClockRequest {
  @Text({
    optional: true,
    max: 32,
    example: 'PT25H',
    description: 'ISO 8601 duration of days, hours, minutes, seconds; or `set`.',
  })
  advance?: string;
  @Instant({ optional: true, description: 'A later instant; the clock never goes back.' }) set?: string;
}

class ClockView {
  @Shown('instant') now: string;
}

class AdvancedView extends ClockView {
  @Shown('whole') remindersSent: number;
  @Shown('whole') breaches: number;
  @Shown('whole') restorations: number;
  @Shown('whole') escalations: number;
}

/** Time travel for those who try the system out; these routes exist in a sandbox only. */
@ApiTags('sandbox')
@Controller('v1/sandbox')
export class SandboxController {
  constructor(private readonly database: DataSource) {}

  @Get('clock')
  @Needs('directory:manage')
  @ApiOperation({ summary: "The domain's clock" })
  @ApiOkResponse({ type: ClockView })
  async clock(): Promise<ClockView> {
    return { now: instant(await domainNow(this.database)) };
  }

  @Post('clock')
  @HttpCode(200)
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Moves the clock forward and waits until what became due has been recorded' })
  @ApiOkResponse({ type: AdvancedView })
  async move(@Body() { advance, set }: ClockRequest): Promise<AdvancedView> {
    const now = await domainNow(this.database);
    const milliseconds =
      advance !== undefined ? readDuration(advance) : set !== undefined ? new Date(set).getTime() - now.getTime() : NaN;
    if (!Number.isFinite(milliseconds) || (advance !== undefined) === (set !== undefined)) {
      const detail = 'Send {"advance": "PT25H"} or {"set": "2026-12-01T00:00:00Z"}.';
      throw new Problem('validation_failed', {
        detail,
        errors: [{ pointer: '#/advance', code: 'bad_duration', detail }],
      });
    }
    if (milliseconds < 0) {
      const detail = `The clock stands at ${instant(now)} and only goes forward.`;
      throw new Problem('validation_failed', { detail, errors: [{ pointer: '#/set', code: 'in_the_past', detail }] });
    }
    return advanceClock(this.database, milliseconds);
  }
}
