import { Module } from '@nestjs/common';
import { EscalationsController } from './escalations.controller.js';

/** The regulator's queue. Needs `Commands` and `DataSource` from the application's module. */
@Module({ controllers: [EscalationsController] })
export class EscalationsApiModule {}
