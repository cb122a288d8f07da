import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, can } from '#identity';
import { instant, Problem } from '#kernel';
import { factsOf, findNote, findNotice, type NoticeNote, noteNotice, notesOfNotice, takeBackNote } from '#notices';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { NotePage, NoteView } from './act.views.js';
import { NoteRequest, NotesQuery } from './notices.requests.js';

/** What the platform's own people say to each other about a notice. */
@ApiTags('work inside a platform')
@Controller('v1/notices')
export class NotesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get(':id/notes')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Internal notes of the caller’s organization, oldest first' })
  @ListOf(NotePage)
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

  @Post(':id/notes')
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

  @Delete(':id/notes/:noteId')
  @HttpCode(204)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Takes back a note of one’s own, within ten minutes' })
  @ApiNoContentResponse()
  async takeBack(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) noticeId: string,
    @Param('noteId', UuidParam) noteId: string,
  ): Promise<void> {
    await this.commands.run(request, (tx, now) => takeBackNote(tx, now, caller, { noticeId, noteId }));
  }
}

function noteView({ id, text, memberId, memberName, createdAt }: NoticeNote): NoteView {
  const member = memberId ? { id: memberId, name: memberName! } : null;
  return { id, text, member, createdAt: instant(createdAt) };
}
