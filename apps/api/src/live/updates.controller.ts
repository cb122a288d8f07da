import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { type ApiRequest, CallerOf, Request, SignedIn } from '../http/access.js';
import { UpdateHub } from './update-hub.js';
import { UpdateView } from './update.views.js';
import { UpdatesQuery } from './updates.requests.js';

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx and its kin would keep messages back until a buffer is full
  'X-Accel-Buffering': 'no',
};

/** What happens in the matters of the caller's organization, as it happens: where to look again, nothing more. */
@ApiTags('live')
@Controller('v1/updates')
export class UpdatesController {
  constructor(private readonly hub: UpdateHub) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'A stream of server-sent events: what has changed in the matters that the caller is party to',
    description:
      '`event: ready` says from where on the stream tells; `event: update` carries an Update and `id`, its position; ' +
      'a reconnect with `Last-Event-ID` gets what it missed first, or one `event: reset`: read the lists again. ' +
      '`event: signed_out` ends it: the session or key has ended. `event: closing`: connect again. A comment every 15 s. ' +
      'At most 10 streams a member or key, and 200 an organization (429).',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string', maxLength: 15, pattern: '^\\d+$' },
    description: 'Resume after this position.',
  })
  @ApiExtraModels(UpdateView)
  @ApiOkResponse({
    description: 'The stream. `data` of an `update`:',
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(UpdateView) } } },
  })
  async updates(
    @CallerOf() caller: Caller,
    @Request() request: ApiRequest,
    @Query() query: UpdatesQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = positionIn(request.headers['last-event-id']) ?? positionIn(query.after);
    void reply.headers(headers);
    if (request.method === 'HEAD') return void reply.send();
    void reply.send(await this.hub.open(caller, after));
  }
}

function positionIn(text: string | string[] | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  const detail = 'Send the `id` of the last message, unchanged, or leave the header out.';
  throw new Problem('validation_failed', {
    errors: [{ pointer: '#/headers/last-event-id', code: 'bad_format', detail }],
  });
}
