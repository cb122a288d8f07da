import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant, isUuid, Problem } from '#kernel';
import { assignNotice, assignNotices, claimNotice, lookAtNotice, lookAway } from '#notices';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { UuidParam } from '../http/uuid-param.js';
import { AssignedView, BulkAssignmentsView, ClaimedView, PresenceView } from './act.views.js';
import { AssigneeRequest, BulkAssignmentsRequest, ClaimRequest } from './notices.requests.js';

/** Work inside the platform: who has it, who looks at it. Never part of the record. */
@ApiTags('work inside a platform')
@Controller('v1')
export class NoticeWorkController {
  constructor(private readonly commands: Commands) {}

  @Put('notices/:id/assignee')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Gives the notice to a member, to oneself (`me`), or to nobody' })
  @ApiOkResponse({ type: AssignedView })
  assign(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { memberId }: AssigneeRequest,
  ): Promise<AssignedView> {
    const assigneeId = assigneeOf(caller, memberId);
    return this.commands.run(request, async (tx) => {
      await assignNotice(tx, caller, id, assigneeId);
      return { assigneeId };
    });
  }

  @Post('assignments')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Gives many notices to one member, or to nobody; a row for each' })
  @ApiOkResponse({ type: BulkAssignmentsView })
  assignMany(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() { noticeIds, memberId }: BulkAssignmentsRequest,
  ): Promise<BulkAssignmentsView> {
    const assigneeId = assigneeOf(caller, memberId);
    return this.commands.run(request, async (tx) => {
      const assigned = await assignNotices(tx, caller, noticeIds.filter(isUuid), assigneeId);
      const results = noticeIds.map((noticeId) => {
        const ok = assigned.has(noticeId.toLowerCase());
        return { noticeId, ok, problem: ok ? null : { code: 'not_found', detail: null } };
      });
      return { assigneeId, results };
    });
  }

  @Post('notices/:id/claim')
  @HttpCode(200)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Takes it in hand for ten minutes, visibly; again to renew' })
  @ApiOkResponse({ type: ClaimedView })
  claim(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: ClaimRequest,
  ): Promise<ClaimedView> {
    return this.commands.run(request, async (tx, now) => {
      const { claimedBy, claimExpiresAt } = await claimNotice(tx, now, caller, id, body);
      return { claimedBy, claimExpiresAt: instant(claimExpiresAt) };
    });
  }

  @Put('notices/:id/presence')
  @Needs('notices:read')
  @ApiOperation({
    summary: 'Says that one has the notice open, and asks who else has',
    description: 'Holds for 45 seconds; send it every 20. For the platform’s own people, and seen by them alone.',
  })
  @ApiOkResponse({ type: PresenceView })
  look(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<PresenceView> {
    return this.commands.run(request, async (tx) => ({ lookingNow: await lookAtNotice(tx, caller, id) }));
  }

  @Delete('notices/:id/presence')
  @HttpCode(204)
  @Needs('notices:read')
  @ApiOperation({ summary: 'Says that one has closed it' })
  @ApiNoContentResponse()
  async lookAway(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.commands.run(request, (tx) => lookAway(tx, caller, id));
  }
}

/** `me` is the person who answers for the call: the member, or whoever made the key. */
function assigneeOf(caller: Caller, memberId: string | null | undefined): string | null {
  const assigneeId = memberId === 'me' ? caller.responsibleMemberId : (memberId ?? null);
  if (assigneeId === null || isUuid(assigneeId)) return assigneeId;
  const detail = 'Send a member’s id, "me", or leave it out.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/memberId', code: 'bad_format', detail }] });
}
