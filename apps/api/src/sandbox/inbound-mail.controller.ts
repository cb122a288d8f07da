import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow, inTransaction } from '#database';
import { authenticities, type Authenticity, mostBytes, receiveMail } from '#inbound-mail';
import { Problem } from '#kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, Needs, Request } from '../http/access.js';
import { OneOf } from '../http/fields.js';
import { Shown } from '../http/shown.js';

const takesMessage = { takesMessage: true };

class InboundMailQuery {
  @OneOf(authenticities, {
    optional: true,
    description:
      'As what its signature shall count, where no key stands in the domain name system; checked when left out.',
  })
  authenticity?: Authenticity;
}

class InboundMailView {
  @Shown('uuid') id: string;
  @Shown('flag', { description: 'False where these bytes came before.' }) isNew: boolean;
}

/** Hands a message in as if it had lain in the mailbox: for trying out what answers and bounces do. Sandbox only. */
@ApiTags('sandbox')
@Controller('v1/sandbox/mail')
export class InboundMailController {
  constructor(private readonly database: DataSource) {}

  @Post()
  @Needs('directory:manage')
  @HttpCode(202)
  @RouteConfig(takesMessage)
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'Receives a message (RFC 5322) of at most 10 MiB, which is sorted a moment later' })
  @ApiAcceptedResponse({ type: InboundMailView })
  async receive(@Request() request: ApiRequest, @Query() { authenticity }: InboundMailQuery): Promise<InboundMailView> {
    const raw = request.body;
    if (!Buffer.isBuffer(raw)) throw new Problem('unsupported_media_type', { detail: 'Send message/rfc822.' });
    const { mailId, isNew } = await inTransaction(this.database, async (tx) =>
      receiveMail(tx, await domainNow(tx), { raw, size: raw.length, authenticity }),
    );
    return { id: mailId, isNew };
  }
}

/** Lets the server read a message as the body of that one route; every other answers 415 to it. */
export function takeMessages(api: NestFastifyApplication): void {
  const server = api.getHttpAdapter().getInstance();
  const settings = { parseAs: 'buffer' as const, bodyLimit: mostBytes };
  server.addContentTypeParser('message/rfc822', settings, (_request, body, done) => done(null, body));
  server.addHook('onRequest', async (request) => {
    if (!/^\s*message\/rfc822/i.test(request.headers['content-type'] ?? '')) return;
    const config = request.routeOptions.config as FastifyContextConfig & Partial<typeof takesMessage>;
    if (!config.takesMessage) throw new Problem('unsupported_media_type', { detail: 'Send application/json.' });
  });
}
