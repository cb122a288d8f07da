import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { deliveryOf, resendDelivery } from '#webhooks';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { DeliveryView, deliveryView, WholeDeliveryView } from './webhooks.views.js';

/** One delivery: what was sent, what was answered, and sending it again. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('v1/webhook-deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: DataSource,
  ) {}

  @Get(':id')
  @Needs('webhooks:manage')
  @ApiOperation({ summary: 'One delivery with its body and every attempt' })
  @ApiOkResponse({ type: WholeDeliveryView })
  @Tagged()
  async one(@CallerOf() { organizationId }: Caller, @Param('id', UuidParam) id: string): Promise<WholeDeliveryView> {
    const delivery = await deliveryOf(this.database, organizationId, id);
    return { ...deliveryView(delivery), body: delivery.body };
  }

  @Post(':id/resend')
  @Needs('webhooks:manage')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send it again now, under the same id and by the whole schedule' })
  @ApiAcceptedResponse({ type: DeliveryView })
  async resend(
    @CallerOf() { organizationId }: Caller,
    @Request() request: ApiRequest,
    @Param('id', UuidParam) deliveryId: string,
  ): Promise<DeliveryView> {
    return this.commands.run(request, async (tx, now) =>
      deliveryView(await resendDelivery(tx, now, { organizationId, deliveryId })),
    );
  }
}
