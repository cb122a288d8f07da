import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { KeyRequestLog, longestUserAgent } from '#identity';
import type { Metrics } from '#telemetry';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { ApiRequest } from '../http/access.js';
import { METRICS } from '../system/tokens.js';
import { placeOf } from './place-of.js';

const longestPath = 500;

/** The log that an organization keeps of its own keys: each request that was made with one, refused ones too. */
@Injectable()
export class KeyRequests {
  private readonly log = new Logger('api-keys');
  private readonly lines: KeyRequestLog;

  constructor(database: DataSource, @Optional() @Inject(METRICS) metrics?: Metrics) {
    this.lines = new KeyRequestLog(
      database,
      (failure) => this.log.warn({ failure: String(failure) }, 'the requests of keys wait to be written'),
      () => metrics?.givenUp.inc({ what: 'key_request' }),
    );
  }

  /** Once the answer has gone. */
  note(request: ApiRequest, reply: FastifyReply): void {
    if (!request.apiKey) return;
    const { userAgent } = placeOf(request);
    this.lines.note({
      ...request.apiKey,
      method: request.method,
      route: request.routeOptions.url ?? null,
      path: request.url.split('?', 1)[0]!.slice(0, longestPath),
      status: reply.statusCode,
      code: request.problemCode ?? null,
      // a stream can last for weeks
      durationMs: Math.min(Math.round(reply.elapsedTime), 2 ** 31 - 1),
      requestId: request.id,
      address: request.ip,
      userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
    });
  }

  /** So that a list shows what this process has seen, and nothing is lost with it. */
  write(): Promise<void> {
    return this.lines.flush();
  }
}
