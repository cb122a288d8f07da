import { Module } from '@nestjs/common';
import { BulkDecisions } from './bulk-decisions.js';
import { ColleaguesController } from './colleagues.controller.js';
import { EndingsController } from './endings.controller.js';
import { ItemActsController } from './item-acts.controller.js';
import { NoticeActsController } from './notice-acts.controller.js';
import { NoticeWorkController } from './notice-work.controller.js';
import { NotesController } from './notes.controller.js';
import { NoticesController } from './notices.controller.js';
import { ProofOfProceeding } from './proof-of-proceeding.js';
import { Steps } from './steps.js';
import { SupplementsController } from './supplements.controller.js';
import { TemplatesController } from './templates.controller.js';

@Module({
  controllers: [
    NoticesController,
    NoticeActsController,
    NoticeWorkController,
    NotesController,
    ColleaguesController,
    TemplatesController,
    SupplementsController,
    ItemActsController,
    EndingsController,
  ],
  providers: [BulkDecisions, ProofOfProceeding, Steps],
  exports: [ProofOfProceeding, Steps],
})
export class NoticesApiModule {}
