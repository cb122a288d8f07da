import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { countWaiting } from '#statistics';
import { DataSource } from 'typeorm';
import { CallerOf, SignedIn } from '../http/access.js';
import { Shown } from '../http/shown.js';

class WaitingView {
  @Shown('text') key: string;
  @Shown('whole', { description: 'At most 1,000.' }) count: number;
  @Shown('flag', { description: 'There are more than `count`.' }) isMore: boolean;
  @Shown('text', { description: 'The list that shows them, e.g. `/v1/notices?deadline=breached`.' }) list: string;
}

export class WorkbenchView {
  @Shown(() => WaitingView, { list: true }) waiting: WaitingView[];
}

/** 工作台: what waits for the caller's organization. */
@ApiTags('live')
@Controller('v1/workbench')
export class WorkbenchController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'What waits for the caller’s organization, each with its count and the list that shows it',
    description:
      'Of a platform: `unacknowledged`, `undecided`, `dueSoon`, `overdue`, `assignedToMe`, `restoreDue`, ' +
      '`counterToForward`, `supplementAnswered`. Of a complainant: `deficient`, `supplementRequested`, ' +
      '`counterNotices`, `dueSoon` (own clocks, three days), `unrouted`. Of a regulator: `open`, `claimedByMe`, ' +
      '`overdue`. Of the operator: `unrouted`. Left out is what the caller’s scopes do not open.',
  })
  @ApiOkResponse({ type: WorkbenchView })
  async workbench(@CallerOf() caller: Caller): Promise<WorkbenchView> {
    return { waiting: await countWaiting(this.database, caller) };
  }
}
