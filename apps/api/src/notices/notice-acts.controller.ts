import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { acknowledgeNotice, decideItems, forwardNotice, restoreItem } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { traceOf } from '../http/trace-of.js';
import { UuidParam } from '../http/uuid-param.js';
import { BulkDecisions } from './bulk-decisions.js';
import { decisionOf, forwardingOf } from './decision-of.js';
import {
  AcknowledgementRequest,
  BulkDecisionsRequest,
  DecisionsRequest,
  ForwardingRequest,
} from './notices.requests.js';
import { AcknowledgementView, BulkDecisionsView, ForwardedView, RestoredView } from './act.views.js';
import { readBack } from './read-back.js';
import { NoticeView } from './notice.views.js';
import { Steps } from './steps.js';

/** What a platform does about a notice. Legal acts: never undone, only corrected by a later one. */
@ApiTags('notices')
@Controller('v1')
export class NoticeActsController {
  constructor(
    private readonly steps: Steps,
    private readonly bulk: BulkDecisions,
  ) {}

  @Post('notices/:id/acknowledgement')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Says that the platform has it; neither starts nor stops a statutory clock' })
  @ApiOkResponse({ type: AcknowledgementView })
  acknowledge(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: AcknowledgementRequest,
  ): Promise<AcknowledgementView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { acknowledgedAt } = await acknowledgeNotice(tx, now, caller, id, body);
      return { acknowledgedAt: instant(acknowledgedAt) };
    });
  }

  @Post('notices/:id/decisions')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'A decision per item; all listed items or none, with a pointer to the one that is wrong' })
  @ApiOkResponse({ type: NoticeView })
  decide(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: DecisionsRequest,
  ): Promise<NoticeView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const forwarding = body.forwarding && forwardingOf(body.forwarding);
      await decideItems(tx, now, caller, id, { decisions: body.decisions.map(decisionOf), forwarding });
      return readBack(tx, caller, id);
    });
  }

  @Post('decisions')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'At most 500 items across notices; each notice stands for itself, with a result per row' })
  @ApiOkResponse({ type: BulkDecisionsView })
  decideMany(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() body: BulkDecisionsRequest,
  ): Promise<BulkDecisionsView> {
    return this.bulk.decide(traceOf(request), caller, body.decisions.map(decisionOf));
  }

  @Post('notices/:id/forwarding')
  @Needs('notices:act')
  @ApiOperation({ summary: 'The notice was passed on to the user who posted, or published' })
  @ApiCreatedResponse({ type: ForwardedView })
  forward(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: ForwardingRequest,
  ): Promise<ForwardedView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const forwarded = await forwardNotice(tx, now, caller, id, { ...forwardingOf(body), itemIds: body.itemIds });
      return { ...forwarded, receivedAt: instant(forwarded.receivedAt) };
    });
  }

  @Post('items/:id/restoration')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'An item that was due to come back is back' })
  @ApiOkResponse({ type: RestoredView })
  restore(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<RestoredView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { restoredAt } = await restoreItem(tx, now, caller, id);
      return { restoredAt: instant(restoredAt) };
    });
  }
}
