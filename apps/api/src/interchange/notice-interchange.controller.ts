import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { domainNow } from '#database';
import { findPlatform } from '#directory';
import { type Caller, can, recordAccess } from '#identity';
import {
  type OutgoingNotice,
  requireAcnsAcknowledgement,
  writeAcnsInfringement,
  writeAcnsStatus,
  writeXarf,
} from '#interchange';
import { type Configuration, instant, Problem, sha256Hex } from '#kernel';
import { acknowledgeNotice, factsOf, findNotice, itemsOfNotice } from '#notices';
import { DataSource } from 'typeorm';
import { sideOf } from '../files/side-of.js';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { UuidParam } from '../http/uuid-param.js';
import { AcknowledgementView } from '../notices/act.views.js';
import { Steps } from '../notices/steps.js';
import { AcnsQuery } from './drafts.requests.js';
import { outgoingNoticeOf } from './outgoing-notice-of.js';
import { acnsSchema, documentOf, takesDocument } from './take-documents.js';

const xarfSchema = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

/** A notice in the formats of other systems, for whoever may read it, masked as it is for them. */
@ApiTags('interchange')
@Controller('v1/notices')
export class NoticeInterchangeController {
  constructor(
    private readonly database: DataSource,
    private readonly steps: Steps,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get(':id/xarf.json')
  @Needs('notices:read')
  @ApiOperation({ summary: 'The notice as XARF v4 copyright reports, one an item, in an array' })
  @ApiOkResponse({ schema: xarfSchema })
  async xarf(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<ReturnType<typeof writeXarf>> {
    return writeXarf(await this.outgoing(caller, id));
  }

  @Get(':id/acns.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Needs('notices:read')
  @ApiOperation({ summary: 'The notice as an ACNS 2.0 Infringement, or how it stands as a NoticeStatus' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async acns(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { kind = 'infringement' }: AcnsQuery,
  ): Promise<string> {
    const notice = await this.outgoing(caller, id);
    return kind === 'status' ? writeAcnsStatus(notice, await domainNow(this.database)) : writeAcnsInfringement(notice);
  }

  @Post(':id/acns')
  @HttpCode(200)
  @RouteConfig(takesDocument)
  @Needs('notices:act')
  @ApiOperation({
    summary: 'An ACNS 2.0 NoticeAck of the platform acknowledges the notice',
    description: 'It names the number of the notice as its case. Other messages are 422: their acts have routes here.',
  })
  @ApiConsumes('application/xml', 'text/xml')
  @ApiBody({ schema: acnsSchema })
  @ApiOkResponse({ type: AcknowledgementView })
  acknowledge(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<AcknowledgementView> {
    const message = documentOf(request);
    request.body = { sha256: sha256Hex(message.toString('base64')) };
    return this.steps.onNotice(request, caller, async (tx, now) => {
      const notice = await findNotice(tx, id);
      if (!notice || !can(caller, 'act_on_notice', factsOf(notice))) throw new Problem('not_found');
      requireAcnsAcknowledgement(message, notice.number);
      const { acknowledgedAt } = await acknowledgeNotice(tx, now, caller, id, {});
      return { acknowledgedAt: instant(acknowledgedAt) };
    });
  }

  private async outgoing(caller: Caller, id: string): Promise<OutgoingNotice> {
    const notice = await findNotice(this.database, id);
    if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
    const [items, platform] = await Promise.all([
      itemsOfNotice(this.database, id),
      findPlatform(this.database, notice.platformId),
    ]);
    const side = sideOf(caller, factsOf(notice));
    // a regulator reads personal data of a matter that reached it: that is written down (domain.md §7)
    if (side === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id });
    return outgoingNoticeOf(notice, items, platform, side, this.configuration);
  }
}
