import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.js';

/** What an operator looks after: what was given up, and how the installation is. */
@Module({ controllers: [OperationsController] })
export class OperationsApiModule {}
