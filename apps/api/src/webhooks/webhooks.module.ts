import { Module } from '@nestjs/common';
import { type Configuration, keyFor } from '#kernel';
import { receiverPolicyOf } from '#webhooks';
import { CONFIGURATION } from '../http/configuration.js';
import { DeliveriesController } from './deliveries.controller.js';
import { EventsController } from './events.controller.js';
import { ENDPOINT_POLICY, WebhooksController } from './webhooks.controller.js';

/** Needs `Commands`, `DataSource` and the configuration from the application's module. */
@Module({
  controllers: [WebhooksController, DeliveriesController, EventsController],
  providers: [
    {
      provide: ENDPOINT_POLICY,
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => ({
        ...receiverPolicyOf(configuration),
        isSandbox: configuration.isSandbox,
        sealingKey: keyFor(configuration, 'sealing'),
        publicUrl: configuration.publicUrl,
      }),
    },
  ],
})
export class WebhooksApiModule {}
