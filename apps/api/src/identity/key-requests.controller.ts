import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, keyRequestDaysKept, requestsOfKey } from '#identity';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { instantOf } from '../http/instant-of.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { KeyRequests } from './key-requests.js';
import { KeyRequestsQuery } from './key-requests.requests.js';
import { KeyRequestPage, keyRequestView } from './key-requests.views.js';

/** What an organization's systems have asked, for whoever keeps its keys. */
@ApiTags('administration')
@Controller('v1/api-keys')
@Needs('members:manage')
export class KeyRequestsController {
  constructor(
    private readonly database: DataSource,
    private readonly requests: KeyRequests,
  ) {}

  @Get(':id/requests')
  @ApiOperation({
    summary: 'The requests that were made with a key, newest first; refused ones too',
    description:
      `Kept for ${keyRequestDaysKept} days, in real time. Route, path, status, problem code and how long it took; never ` +
      'a body, a query or a credential. A request is here about a second after its answer.',
  })
  @ListOf(KeyRequestPage)
  async list(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) apiKeyId: string,
    @Query() { limit = 50, after, status, method, since, until }: KeyRequestsQuery,
  ): Promise<KeyRequestPage> {
    await this.requests.write();
    const filter = {
      status: status === undefined ? null : bounds(status),
      method: method ?? null,
      since: since === undefined ? null : instantOf(since, '#/since'),
      until: until === undefined ? null : instantOf(until, '#/until'),
    };
    const page = { before: decodeCursor(after, 'id')?.[0] ?? null, limit: limit + 1 };
    const rows = await requestsOfKey(this.database, organizationId, apiKeyId, filter, page);
    return pageOf(rows, limit, (row) => [row.id], keyRequestView);
  }
}

/** `4xx` is 400 to 499, `404` itself. */
function bounds(status: string): [number, number] {
  return [Number(status.replace('xx', '00')), Number(status.replace('xx', '99'))];
}
