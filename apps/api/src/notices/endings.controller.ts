import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { disputeReport, endOrder, endProceeding } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Shown } from '../http/shown.js';
import { UuidParam } from '../http/uuid-param.js';
import { DisputeRequest, ProceedingEndRequest } from './follow-up.requests.js';
import { Steps } from './steps.js';

class EndedView {
  @Shown('instant') endedAt: string;
}

class DisputedView {
  @Shown('instant') disputedAt: string;
}

/** How proceedings, orders and reports end. */
@ApiTags('items')
@Controller('v1')
export class EndingsController {
  constructor(private readonly steps: Steps) {}

  @Post('proceedings/:id/end')
  @HttpCode(200)
  @Needs('complaints:write', 'notices:act', 'escalations:act')
  @ApiOperation({ summary: 'How it ended: won, the item stays down; lost or withdrawn, it is due to come back' })
  @ApiOkResponse({ type: EndedView })
  proceeding(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: ProceedingEndRequest,
  ): Promise<EndedView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { endedAt } = await endProceeding(tx, now, caller, id, { ...body, fileId: body.fileId ?? null });
      return { endedAt: instant(endedAt) };
    });
  }

  @Post('orders/:id/end')
  @HttpCode(200)
  @Needs('notices:act', 'escalations:act')
  @ApiOperation({ summary: 'The order was lifted: what it alone held goes back to where it was, or comes back' })
  @ApiOkResponse({ type: EndedView })
  order(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<EndedView> {
    return this.steps.onNotice(request, caller, async (tx, now) => ({
      endedAt: instant((await endOrder(tx, now, caller, id)).endedAt),
    }));
  }

  @Post('reports/:id/dispute')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'It is down, and here is what shows it: the earlier stop stands again' })
  @ApiOkResponse({ type: DisputedView })
  dispute(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { note, fileId }: DisputeRequest,
  ): Promise<DisputedView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { disputedAt } = await disputeReport(tx, now, caller, id, { note, fileId: fileId ?? null });
      return { disputedAt: instant(disputedAt) };
    });
  }
}
