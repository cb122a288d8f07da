import { Module } from '@nestjs/common';
import { UpdateHub } from './update-hub.js';
import { UpdatesController } from './updates.controller.js';

/** What makes the work places live. */
@Module({ controllers: [UpdatesController], providers: [UpdateHub] })
export class LiveApiModule {}
