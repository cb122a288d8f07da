import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow } from '#database';
import { viewDeadline } from '#deadlines';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { requestSupplement, supplementNotice } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Shown } from '../http/shown.js';
import { UuidParam } from '../http/uuid-param.js';
import { DeadlineView } from './deadline.views.js';
import { evidenceOf } from './evidence-of.js';
import { NoticeSupplementRequest, SupplementRequestRequest } from './follow-up.requests.js';
import { readBack } from './read-back.js';
import { NoticeView } from './notice.views.js';
import { Steps } from './steps.js';

class RequestedSupplementView {
  @Shown('text', { list: true }) elements: string[];
  @Shown('text') message: string;
  @Shown('instant') requestedAt: string;
  @Shown(() => DeadlineView, { nullable: true, description: 'The clock of the complainant.' })
  deadline: DeadlineView | null;
}

/** 补正 of a notice that was served: the platform asks once, the complainant answers. */
@ApiTags('notices')
@Controller('v1/notices/:id')
export class SupplementsController {
  constructor(private readonly steps: Steps) {}

  @Post('supplement-requests')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Asks, once a notice, for required elements; pauses the takedown clock where it may' })
  @ApiCreatedResponse({ type: RequestedSupplementView })
  ask(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { elements, message }: SupplementRequestRequest,
  ): Promise<RequestedSupplementView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const { requestedAt, deadline } = await requestSupplement(tx, now, caller, id, { elements, message });
      const clock = deadline && viewDeadline(deadline, await domainNow(tx));
      return { elements, message, requestedAt: instant(requestedAt), deadline: clock };
    });
  }

  @Post('supplements')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Answers what the platform asked for; its clock runs on with what was left' })
  @ApiCreatedResponse({ type: NoticeView })
  answer(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { evidence, statements, message }: NoticeSupplementRequest,
  ): Promise<NoticeView> {
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const document = { evidence: evidenceOf(evidence), statements: statements ?? null, message: message ?? null };
      await supplementNotice(tx, now, caller, id, document);
      return readBack(tx, caller, id);
    });
  }
}
