import { Module } from '@nestjs/common';
import { NoticesApiModule } from '../notices/notices.module.js';
import { ComplaintsController } from './complaints.controller.js';
import { UnroutedTargetsController } from './unrouted-targets.controller.js';

@Module({ imports: [NoticesApiModule], controllers: [ComplaintsController, UnroutedTargetsController] })
export class ComplaintsApiModule {}
