import { Module } from '@nestjs/common';
import { BulkDecisions } from './bulk-decisions.js';
import { NoticeActsController } from './notice-acts.controller.js';
import { NoticeWorkController } from './notice-work.controller.js';
import { NoticesController } from './notices.controller.js';

@Module({
  controllers: [NoticesController, NoticeActsController, NoticeWorkController],
  providers: [BulkDecisions],
})
export class NoticesApiModule {}
