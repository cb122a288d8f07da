import { Module } from '@nestjs/common';
import { LawController } from './law.controller.js';

/** Rules, regimes and the words for every code, as they stand in this release. */
@Module({ controllers: [LawController] })
export class LawApiModule {}
