import { Module } from '@nestjs/common';
import { NoticeDocumentController } from './notice-document.controller.js';

@Module({ controllers: [NoticeDocumentController] })
export class DocumentsApiModule {}
