import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, can } from '#identity';
import { instant, isUuid, newId, Problem } from '#kernel';
import {
  assignNotice,
  claimNotice,
  factsOf,
  findNote,
  findNotice,
  type NoticeNote,
  noteNotice,
  notesOfNotice,
  RefusalTemplateEntity,
  templatesOf,
} from '#notices';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import {
  AssigneeRequest,
  ClaimRequest,
  NoteRequest,
  NotesQuery,
  TemplateRequest,
  TemplatesQuery,
} from './notices.requests.js';
import { AssignedView, ClaimedView, NotePage, NoteView, TemplatePage, TemplateView } from './act.views.js';

/** Work inside the platform: who has it, who looks at it, what they say to each other. Never part of the record. */
@ApiTags('work inside a platform')
@Controller('v1')
export class NoticeWorkController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

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
    const assigneeId = memberId === 'me' ? caller.responsibleMemberId : (memberId ?? null);
    if (assigneeId !== null && !isUuid(assigneeId)) {
      const detail = 'Send a member’s id, "me", or leave it out.';
      throw new Problem('validation_failed', { errors: [{ pointer: '#/memberId', code: 'bad_format', detail }] });
    }
    return this.commands.run(request, async (tx) => {
      await assignNotice(tx, caller, id, assigneeId);
      return { assigneeId };
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

  @Get('notices/:id/notes')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Internal notes of the caller’s organization, oldest first' })
  @ApiOkResponse({ type: NotePage })
  async notes(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { limit = 50, after }: NotesQuery,
  ): Promise<NotePage> {
    const notice = await findNotice(this.database, id);
    if (!notice || !can(caller, 'work_on_notice', factsOf(notice))) throw new Problem('not_found');
    const page = { limit, after: decodeCursor(after, 'id') };
    const rows = await notesOfNotice(this.database, { noticeId: id, organizationId: caller.organizationId }, page);
    return pageOf(rows, limit, (row) => [row.id], noteView);
  }

  @Post('notices/:id/notes')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Writes an internal note' })
  @ApiCreatedResponse({ type: NoteView })
  note(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { text }: NoteRequest,
  ): Promise<NoteView> {
    return this.commands.run(request, async (tx, now) => {
      const { id: noteId } = await noteNotice(tx, now, caller, id, text);
      return noteView(await findNote(tx, noteId));
    });
  }

  @Get('templates')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Prepared refusals of the caller’s organization' })
  @ApiOkResponse({ type: TemplatePage })
  async templates(
    @CallerOf() { organizationId }: Caller,
    @Query() { limit = 50, after }: TemplatesQuery,
  ): Promise<TemplatePage> {
    const rows = await templatesOf(this.database, organizationId, { limit, after: decodeCursor(after, 'text') });
    return pageOf(rows, limit, (row) => [row.name], templateView);
  }

  @Post('templates')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Keeps a prepared refusal; a name is used once' })
  @ApiCreatedResponse({ type: TemplateView })
  addTemplate(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() body: TemplateRequest,
  ): Promise<TemplateView> {
    const { organizationId } = caller;
    return this.commands.run(request, async (tx, now) => {
      const [existing] = await tx.query<Array<{ id: string }>>(
        'select id from refusal_templates where organization_id = $1 and name = $2',
        [organizationId, body.name],
      );
      if (existing)
        throw new Problem('already_exists', { detail: `A template "${body.name}" exists.`, extra: { existing } });
      const row = { id: newId(), organizationId, ...body, createdAt: now };
      await tx.getRepository(RefusalTemplateEntity).insert(row);
      return templateView(row);
    });
  }
}

function noteView({ id, text, memberId, memberName, createdAt }: NoticeNote): NoteView {
  const member = memberId ? { id: memberId, name: memberName! } : null;
  return { id, text, member, createdAt: instant(createdAt) };
}

function templateView({ id, name, reasonCode, text, createdAt }: RefusalTemplateEntity): TemplateView {
  return { id, name, reasonCode, text, createdAt: instant(createdAt) };
}
