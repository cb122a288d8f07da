import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseOptions } from '#database';
import type { Configuration } from '#kernel';
import type { Metrics } from '#telemetry';
import { CalendarsApiModule } from './calendars/calendars.module.js';
import { ComplaintsApiModule } from './complaints/complaints.module.js';
import { CounterNoticesApiModule } from './counter-notices/counter-notices.module.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DirectoryApiModule } from './directory/directory.module.js';
import { DocumentsApiModule } from './documents/documents.module.js';
import { apiEntities } from './entities.js';
import { EscalationsApiModule } from './escalations/escalations.module.js';
import { FilesApiModule } from './files/files.module.js';
import { Commands } from './http/commands.js';
import { CONFIGURATION } from './http/configuration.js';
import { IdentityApiModule } from './identity/identity.module.js';
import { InterchangeApiModule } from './interchange/interchange.module.js';
import { LiveApiModule } from './live/live.module.js';
import { MailChannelApiModule } from './mail-channel/mail-channel.module.js';
import { LawApiModule } from './law/law.module.js';
import { MailTrayApiModule } from './mail-tray/mail-tray.module.js';
import { NoticesApiModule } from './notices/notices.module.js';
import { OperationsApiModule } from './operations/operations.module.js';
import { ReceiptsApiModule } from './receipts/receipts.module.js';
import { CapturedMailController } from './sandbox/captured-mail.controller.js';
import { ExampleComplaintController } from './sandbox/example-complaint.controller.js';
import { InboundMailController } from './sandbox/inbound-mail.controller.js';
import { ReceiverCheckController } from './sandbox/receiver-check.controller.js';
import { SandboxController } from './sandbox/sandbox.controller.js';
import { StatisticsApiModule } from './statistics/statistics.module.js';
import { HealthController } from './system/health.controller.js';
import { MetricsController } from './system/metrics.controller.js';
import { ProblemsController } from './system/problems.controller.js';
import { METRICS } from './system/tokens.js';
import { WebhooksApiModule } from './webhooks/webhooks.module.js';
import { WorksApiModule } from './works/works.module.js';

/** The HTTP face of the product: one module an area, and what every area needs. */
@Global()
@Module({})
export class ApiModule {
  static with(configuration: Configuration, metrics: Metrics): DynamicModule {
    const { databaseUrl, databasePoolSize, isSandbox } = configuration;
    return {
      module: ApiModule,
      imports: [
        TypeOrmModule.forRoot(
          databaseOptions(databaseUrl, apiEntities, { poolSize: databasePoolSize, applicationName: 'tongshan-api' }),
        ),
        IdentityApiModule,
        DirectoryApiModule,
        CalendarsApiModule,
        ComplaintsApiModule,
        NoticesApiModule,
        CounterNoticesApiModule,
        DocumentsApiModule,
        EscalationsApiModule,
        FilesApiModule,
        WebhooksApiModule,
        WorksApiModule,
        ReceiptsApiModule,
        LiveApiModule,
        LawApiModule,
        MailChannelApiModule,
        StatisticsApiModule,
        OperationsApiModule,
        MailTrayApiModule,
        InterchangeApiModule,
      ],
      controllers: [
        HealthController,
        MetricsController,
        ProblemsController,
        DeadlinesController,
        ...(isSandbox
          ? [
              SandboxController,
              CapturedMailController,
              ExampleComplaintController,
              ReceiverCheckController,
              InboundMailController,
            ]
          : []),
      ],
      providers: [
        Commands,
        { provide: CONFIGURATION, useValue: configuration },
        { provide: METRICS, useValue: metrics },
      ],
      exports: [Commands, CONFIGURATION, METRICS],
    };
  }
}
