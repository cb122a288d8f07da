import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { confirmArrival, extendWait, forwardCounterNotice, rejectCounterNotice, relayCounterNotice } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { languageOf } from '../http/language.js';
import { UuidParam } from '../http/uuid-param.js';
import { evidenceOf } from '../notices/evidence-of.js';
import { ProceedingRequest } from '../notices/follow-up.requests.js';
import { ProofOfProceeding } from '../notices/proof-of-proceeding.js';
import { stepOf, StepView } from '../notices/step.views.js';
import { Steps } from '../notices/steps.js';
import { CounterNoticeRequest, ExtensionRequest, RejectionRequest } from './counter-notices.requests.js';
import {
  ArrivalView,
  ExtensionView,
  ForwardedCounterView,
  missingViews,
  RejectedCounterView,
  RelayedView,
} from './counter-notices.views.js';

/** From the user's statement to the proof that keeps an item down. Legal acts: never undone, only answered. */
@ApiTags('counter-notices')
@Controller('v1')
export class CounterNoticeActsController {
  constructor(
    private readonly steps: Steps,
    private readonly proofs: ProofOfProceeding,
  ) {}

  @Post('items/:id/counter-notices')
  @Needs('notices:act')
  @ApiOperation({
    summary: 'Relays the user’s statement against an item',
    description: 'What lacks an element of its law is kept as `invalid`: it starts no clock, and the answer says what.',
  })
  @ApiCreatedResponse({ type: RelayedView })
  relay(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) itemId: string,
    @Body() body: CounterNoticeRequest,
  ): Promise<RelayedView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const relayed = await relayCounterNotice(tx, now, caller, itemId, {
        ...body,
        evidence: evidenceOf(body.evidence),
        statements: body.statements ?? {},
        receivedAt: new Date(body.receivedAt),
        forward: body.forward ?? false,
      });
      const { item, deadlines } = await stepOf(tx, caller, itemId);
      const open = deadlines.find(
        ({ subject, remainingSeconds }) => subject.id === itemId && remainingSeconds !== null,
      );
      const { id, state, missing } = relayed;
      return { id, state, ...missingViews(missing, languageOf(request)), deadline: open ?? null, item, deadlines };
    });
  }

  @Post('counter-notices/:id/forwarding')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Passes it on to the rights holder; entering the inbox here is its arrival' })
  @ApiOkResponse({ type: ForwardedCounterView })
  forward(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<ForwardedCounterView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { forwardedAt, arrivedAt } = await forwardCounterNotice(tx, now, caller, id);
      return { forwardedAt: instant(forwardedAt), arrivedAt: instant(arrivedAt) };
    });
  }

  @Post('counter-notices/:id/arrival')
  @HttpCode(200)
  @Needs('notices:act', 'complaints:write')
  @ApiOperation({ summary: 'When it arrived; the first entry into the inbox stands' })
  @ApiOkResponse({ type: ArrivalView })
  arrive(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<ArrivalView> {
    return this.steps.onNotice(request, caller, async (tx, now) => ({
      arrivedAt: instant((await confirmArrival(tx, now, caller, id)).arrivedAt),
    }));
  }

  @Post('counter-notices/:id/rejection')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'It lacks identity or proof after all: it has no effect and the item stays down' })
  @ApiOkResponse({ type: RejectedCounterView })
  reject(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: RejectionRequest,
  ): Promise<RejectedCounterView> {
    return this.steps.onNotice(request, caller, async (tx, now) => ({
      rejectedAt: instant((await rejectCounterNotice(tx, now, caller, id, body)).rejectedAt),
    }));
  }

  @Post('counter-notices/:id/proceedings')
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Proves a complaint or a suit within the wait: the item stays down',
    description: 'What is received after the wait is kept and answered 409 `wait_over`.',
  })
  @ApiCreatedResponse({ type: StepView })
  prove(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: ProceedingRequest,
  ): Promise<StepView> {
    return this.proofs.record(request, caller, { counterNoticeId: id }, body);
  }

  @Post('counter-notices/:id/extensions')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'More time for notarisation and the like, at most 20 working days from arrival' })
  @ApiCreatedResponse({ type: ExtensionView })
  extend(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { reason, until, fileId }: ExtensionRequest,
  ): Promise<ExtensionView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const input = { reason, until: new Date(until), fileId: fileId ?? null };
      const extension = await extendWait(tx, now, caller, id, input);
      return { id: extension.id, dueAt: instant(extension.dueAt) };
    });
  }
}
