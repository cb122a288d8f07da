import { Module } from '@nestjs/common';
import { LookupController } from './lookup.controller.js';
import { UpdateHub } from './update-hub.js';
import { UpdatesController } from './updates.controller.js';
import { WorkbenchController } from './workbench.controller.js';

/** What makes the work places live. */
@Module({ controllers: [UpdatesController, LookupController, WorkbenchController], providers: [UpdateHub] })
export class LiveApiModule {}
