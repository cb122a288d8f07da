import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files.module.js';
import { AuthorizationFilesController } from './authorization-files.controller.js';
import { AuthorizationsController } from './authorizations.controller.js';
import { WarningListsController } from './warning-lists.controller.js';
import { WorksController } from './works.controller.js';

/** Needs `Commands` and `DataSource` from the application's module. */
@Module({
  imports: [FilesApiModule],
  controllers: [WorksController, AuthorizationsController, AuthorizationFilesController, WarningListsController],
})
export class WorksApiModule {}
