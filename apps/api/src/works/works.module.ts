import { Module } from '@nestjs/common';
import { AuthorizationsController } from './authorizations.controller.js';
import { WarningListsController } from './warning-lists.controller.js';
import { WorksController } from './works.controller.js';

/** Needs `Commands` and `DataSource` from the application's module. */
@Module({ controllers: [WorksController, AuthorizationsController, WarningListsController] })
export class WorksApiModule {}
