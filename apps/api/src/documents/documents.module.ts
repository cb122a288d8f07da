import { Module } from '@nestjs/common';
import { CounterDocumentController } from './counter-document.controller.js';
import { NoticeDocumentController } from './notice-document.controller.js';

@Module({ controllers: [NoticeDocumentController, CounterDocumentController] })
export class DocumentsApiModule {}
