import {
  type BeforeApplicationShutdown,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
  Optional,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { addressForLimits } from '#identity';
import { type Configuration, Problem, type QuotaName, quotas } from '#kernel';
import type { Metrics } from '#telemetry';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { ApiRequest } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { METRICS } from '../system/tokens.js';
import { type CountsAs, countsAsKey } from './counts-as.js';
import { SharedCounts } from './shared-counts.js';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Every request is counted once, by its organization or else its address, and its answer says what is left. */
@Injectable()
export class RequestLimits implements BeforeApplicationShutdown {
  private readonly log = new Logger('limits');
  private readonly counts: SharedCounts;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'quotaSizes'>,
    private readonly reflector: Reflector,
    database: DataSource,
    @Optional() @Inject(METRICS) metrics?: Metrics,
  ) {
    this.counts = new SharedCounts(database, (failure) => {
      metrics?.givenUp.inc({ what: 'rate_settlement' });
      this.log.warn({ failure: String(failure) }, 'requests could not be counted together; each process goes on alone');
    });
  }

  /**
   * Headers by draft-ietf-httpapi-ratelimit-headers-10. Called once it is known who asks.
   * @throws Problem `rate_limited`
   */
  count(context: ExecutionContext, request: ApiRequest): void {
    const sizes = this.configuration.quotaSizes;
    const as = this.reflector.getAllAndOverride<CountsAs | undefined>(countsAsKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!sizes || as === 'nothing') return;
    const name = quotaOf(request, as);
    const { seconds } = quotas[name];
    const requests = sizes[name];
    const taken = this.counts.take(holderOf(request), name, { requests, seconds });
    context
      .switchToHttp()
      .getResponse<FastifyReply>()
      .header('RateLimit-Policy', `"${name}";q=${requests};w=${seconds}`)
      .header('RateLimit', `"${name}";r=${taken.remaining};t=${taken.seconds}`);
    if (taken.isTaken) return;
    const who = request.caller ? 'your organization' : 'your address';
    throw new Problem('rate_limited', {
      detail:
        `The quota "${name}" of ${who}, ${requests} requests in ${seconds} seconds, is used up. ` +
        `Wait ${taken.seconds} seconds, then spread what you send: the header RateLimit says what is left.`,
      extra: { quota: name },
      retryAfterSeconds: taken.seconds,
    });
  }

  /** What this process has counted is known to the others before it goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.counts.settle();
    this.counts.stop();
  }
}

function quotaOf(request: ApiRequest, as: CountsAs | undefined): QuotaName {
  if (!request.caller) return as === 'heavy' ? 'public_heavy' : 'public';
  if (as === 'heavy') return 'heavy';
  return safeMethods.includes(request.method) ? 'reads' : 'writes';
}

function holderOf({ caller, ip }: ApiRequest): string {
  return caller ? `organization ${caller.organizationId}` : `address ${addressForLimits(ip)}`;
}
