import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { appealItem, recordOrder, reportStillLive } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { UuidParam } from '../http/uuid-param.js';
import { evidenceOf } from './evidence-of.js';
import { AppealRequest, OrderRequest, ProceedingRequest, StillLiveRequest } from './follow-up.requests.js';
import { ProofOfProceeding } from './proof-of-proceeding.js';
import { stepOf, StepView } from './step.views.js';
import { Steps } from './steps.js';

/** What rights holders and authorities do about one item once it was decided. */
@ApiTags('items')
@Controller('v1/items')
export class ItemActsController {
  constructor(
    private readonly steps: Steps,
    private readonly proofs: ProofOfProceeding,
  ) {}

  @Post(':id/proceedings')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'A complaint to an authority or a suit, also before any counter-notice' })
  @ApiCreatedResponse({ type: StepView })
  proceeding(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: ProceedingRequest,
  ): Promise<StepView> {
    return this.proofs.record(request, caller, { itemId: id }, body);
  }

  @Post(':id/orders')
  @Needs('notices:act', 'escalations:act')
  @ApiOperation({ summary: 'A court or authority ordered it down or back: overrides every clock, both ways' })
  @ApiCreatedResponse({ type: StepView })
  order(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: OrderRequest,
  ): Promise<StepView> {
    const issuedAt = new Date(body.issuedAt);
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const order = await recordOrder(tx, now, caller, id, {
        ...body,
        issuedAt,
        expiresAt,
        fileId: body.fileId ?? null,
      });
      return { id: order.id, receivedAt: instant(order.recordedAt), ...(await stepOf(tx, caller, id)) };
    });
  }

  @Post(':id/reports')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'It is still live, or live again: the earlier stop is void, with 24 hours of grace' })
  @ApiCreatedResponse({ type: StepView })
  report(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { text, fileId }: StillLiveRequest,
  ): Promise<StepView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const report = await reportStillLive(tx, now, caller, id, { text: text ?? null, fileId: fileId ?? null });
      return { id: report.id, receivedAt: instant(report.reportedAt), ...(await stepOf(tx, caller, id)) };
    });
  }

  @Post(':id/appeals')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Asks the platform, once, to look at its refusal again' })
  @ApiCreatedResponse({ type: StepView })
  appeal(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { text, evidence }: AppealRequest,
  ): Promise<StepView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { receivedAt } = await appealItem(tx, now, caller, id, { text, evidence: evidenceOf(evidence) });
      return { id, receivedAt: instant(receivedAt), ...(await stepOf(tx, caller, id)) };
    });
  }
}
