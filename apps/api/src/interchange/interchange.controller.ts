import { Controller, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, organizationById, requireConfirmedEmail } from '#identity';
import { findDraft, keepDraft } from '#intake';
import { type IncomingComplaint, readAcns, readXarf } from '#interchange';
import { sha256Hex } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { languageOf } from '../http/language.js';
import { DraftView, draftView } from './drafts.views.js';
import { acnsSchema, documentOf, takesDocument } from './take-documents.js';

const description =
  'The answer is a draft: nothing is filed until a signed-in member confirms it. The same document sent again is the ' +
  'same draft. At most 1 MiB; a document that cannot be taken is 422, each fault with its place.';

/** What other systems write, as complaints in draft. */
@ApiTags('interchange')
@Controller('v1/interchange')
export class InterchangeController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Post('xarf')
  @RouteConfig(takesDocument)
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Takes XARF v4 reports of the category copyright: one, an array of them, or one a line',
    description,
  })
  @ApiConsumes('application/json', 'application/x-ndjson', 'text/plain')
  @ApiBody({ schema: { type: 'object', additionalProperties: true, description: 'XARF v4; see docs/interchange.md.' } })
  @ApiCreatedResponse({ type: DraftView })
  xarf(@Request() request: ApiRequest, @CallerOf() caller: Caller): Promise<DraftView> {
    return this.keep(request, caller, readXarf);
  }

  @Post('acns')
  @RouteConfig(takesDocument)
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Takes an Infringement of ACNS 2.0', description })
  @ApiConsumes('application/xml', 'text/xml')
  @ApiBody({ schema: acnsSchema })
  @ApiCreatedResponse({ type: DraftView })
  acns(@Request() request: ApiRequest, @CallerOf() caller: Caller): Promise<DraftView> {
    return this.keep(request, caller, readAcns);
  }

  private async keep(
    request: ApiRequest,
    caller: Caller,
    read: (bytes: Uint8Array, ownName: string) => IncomingComplaint,
  ): Promise<DraftView> {
    requireConfirmedEmail(caller);
    const { organizationId, memberId, apiKeyId } = caller;
    const original = documentOf(request);
    const { name } = (await organizationById(this.database, organizationId))!;
    const draft = { ...read(original, name), organizationId, channel: 'api' as const, original };
    // what makes two requests with one Idempotency-Key the same
    request.body = { sha256: sha256Hex(original.toString('base64')) };
    return this.commands.run(request, async (tx, now) => {
      const { id } = await keepDraft(tx, now, { ...draft, broughtBy: { memberId, apiKeyId } });
      return draftView((await findDraft(tx, organizationId, id))!, languageOf(request));
    });
  }
}
