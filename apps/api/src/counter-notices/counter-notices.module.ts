import { Module } from '@nestjs/common';
import { NoticesApiModule } from '../notices/notices.module.js';
import { CounterNoticeActsController } from './counter-notice-acts.controller.js';
import { CounterNoticesController } from './counter-notices.controller.js';

@Module({ imports: [NoticesApiModule], controllers: [CounterNoticesController, CounterNoticeActsController] })
export class CounterNoticesApiModule {}
