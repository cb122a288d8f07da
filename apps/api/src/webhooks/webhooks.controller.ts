import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Caller } from '#identity';
import {
  changeEndpoint,
  deliveriesOf,
  endpointOf,
  type EndpointPolicy,
  endpointsOf,
  recoverEndpoint,
  registerEndpoint,
  removeEndpoint,
  rotateSecret,
  sendTestEvent,
} from '#webhooks';
import { DataSource } from 'typeorm';
import type { FastifyReply } from 'fastify';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { instantOf } from '../http/instant-of.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, pageOf, PageQuery } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag, versionMatched } from '../http/versions.js';
import {
  ChangeEndpointRequest,
  DeliveriesQuery,
  RecoverEndpointRequest,
  RegisterEndpointRequest,
  TestEndpointRequest,
} from './webhooks.requests.js';
import {
  DeliveryPageView,
  type DeliveryView,
  deliveryView,
  EndpointPageView,
  EndpointView,
  endpointView,
  RecoveryView,
  RegisteredEndpointView,
  TestSentView,
} from './webhooks.views.js';

/** Under this token the module provides what endpoints go by here: `EndpointPolicy` and the public address. */
export const ENDPOINT_POLICY = Symbol('endpoint policy');

/** Receivers of events: each organization keeps its own. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('v1/webhook-endpoints')
export class WebhooksController {
  constructor(
    private readonly commands: Commands,
    private readonly database: DataSource,
    @Inject(ENDPOINT_POLICY) private readonly policy: EndpointPolicy & { publicUrl: string },
  ) {}

  @Post()
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'Register an endpoint; the answer holds its secret, this once' })
  @ApiCreatedResponse({ type: RegisteredEndpointView })
  async register(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Body() body: RegisterEndpointRequest,
  ): Promise<RegisteredEndpointView> {
    return this.commands.run(request, async (tx, now) => {
      const endpoint = await registerEndpoint(tx, now, { organizationId, ...body }, this.policy);
      return { ...endpointView(endpoint), secret: endpoint.secret };
    });
  }

  @Get()
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'The endpoints of your organization, newest first' })
  @ListOf(EndpointPageView)
  async list(@CallerOf() { organizationId }: Caller, @Query() query: PageQuery): Promise<Page<EndpointView>> {
    const { before, limit } = pageAsked(query);
    const rows = await endpointsOf(this.database, organizationId, { before, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.id], endpointView);
  }

  @Get(':id')
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'One endpoint' })
  @ApiOkResponse({ type: EndpointView })
  async one(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndpointView> {
    const endpoint = await endpointOf(this.database, organizationId, id);
    reply.header('ETag', entityTag(endpoint.version));
    return endpointView(endpoint);
  }

  @Patch(':id')
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'Change address, events, description or state' })
  @ApiOkResponse({ type: EndpointView })
  async change(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) endpointId: string,
    @Body() body: ChangeEndpointRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndpointView> {
    const expectedVersion = versionMatched(request);
    const view = await this.commands.run(request, async (tx, now) => {
      const { url, events, description, state, signatures } = body;
      const change = { organizationId, endpointId, url, events, description, state, signatures, expectedVersion };
      return endpointView(await changeEndpoint(tx, now, change, this.policy));
    });
    reply.header('ETag', entityTag(view.version));
    return view;
  }

  @Delete(':id')
  @Needs('webhooks:manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an endpoint and its delivery log' })
  @ApiNoContentResponse()
  async remove(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.commands.run(request, (tx) => removeEndpoint(tx, organizationId, id));
  }

  @Post(':id/test')
  @Needs('webhooks:manage')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send an example event; look for it in the delivery log' })
  @ApiAcceptedResponse({ type: TestSentView })
  async test(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) endpointId: string,
    @Body() body?: TestEndpointRequest,
  ): Promise<TestSentView> {
    return this.commands.run(request, async (tx, now) => {
      const input = { organizationId, endpointId, type: body?.type ?? ('notice.served' as const) };
      return { deliveryId: await sendTestEvent(tx, now, input, this.policy) };
    });
  }

  @Post(':id/secret/rotate')
  @Needs('webhooks:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'New keys; for 24 hours the old ones sign too. The answer holds the secret, this once' })
  @ApiOkResponse({ type: RegisteredEndpointView })
  async rotate(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) endpointId: string,
  ): Promise<RegisteredEndpointView> {
    return this.commands.run(request, async (tx, now) => {
      const endpoint = await rotateSecret(tx, now, { organizationId, endpointId }, this.policy);
      return { ...endpointView(endpoint), secret: endpoint.secret };
    });
  }

  @Post(':id/recover')
  @Needs('webhooks:manage')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send what was given up, or passed the endpoint by, since an instant' })
  @ApiAcceptedResponse({ type: RecoveryView })
  async recover(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) endpointId: string,
    @Body() body: RecoverEndpointRequest,
  ): Promise<RecoveryView> {
    const since = instantOf(body.since, '#/since');
    return this.commands.run(request, (tx, now) =>
      recoverEndpoint(tx, now, { organizationId, endpointId, since }, this.policy),
    );
  }

  @Get(':id/deliveries')
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'What was sent to an endpoint and what it answered, newest first' })
  @ListOf(DeliveryPageView)
  async deliveries(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Query() query: DeliveriesQuery,
  ): Promise<Page<DeliveryView>> {
    const { before, limit } = pageAsked(query);
    const page = { before, limit: limit + 1, state: query.state, event: query.event };
    const rows = await deliveriesOf(this.database, organizationId, id, page);
    return pageOf(rows, limit, (row) => [row.id], deliveryView);
  }
}

/** Both lists go by id alone. */
function pageAsked(query: PageQuery): { before: string | null; limit: number } {
  return { before: decodeCursor(query.after, 'id')?.[0] ?? null, limit: query.limit ?? 50 };
}
