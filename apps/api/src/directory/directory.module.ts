import { Module } from '@nestjs/common';
import { PlatformsController } from './platforms.controller.js';
import { RegulatorsController } from './regulators.controller.js';

/** Platforms, regions and regulators, and the public question of who a pasted text would go to. */
@Module({ controllers: [PlatformsController, RegulatorsController] })
export class DirectoryApiModule {}
