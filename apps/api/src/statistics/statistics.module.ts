import { Module } from '@nestjs/common';
import { OversightController } from './oversight.controller.js';
import { StatisticsController } from './statistics.controller.js';

/** Figures for charts and tables, derived from rows whenever they are asked for. */
@Module({ controllers: [StatisticsController, OversightController] })
export class StatisticsApiModule {}
