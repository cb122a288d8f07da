import { Module } from '@nestjs/common';
import { ComplaintsController } from './complaints.controller.js';
import { UnroutedTargetsController } from './unrouted-targets.controller.js';

@Module({ controllers: [ComplaintsController, UnroutedTargetsController] })
export class ComplaintsApiModule {}
