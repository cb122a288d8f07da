import { Module } from '@nestjs/common';
import { NoticesApiModule } from '../notices/notices.module.js';
import { ComplaintDraftsController } from './complaint-drafts.controller.js';
import { InterchangeController } from './interchange.controller.js';
import { NoticeInterchangeController } from './notice-interchange.controller.js';

@Module({
  imports: [NoticesApiModule],
  controllers: [InterchangeController, ComplaintDraftsController, NoticeInterchangeController],
})
export class InterchangeApiModule {}
