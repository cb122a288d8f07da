import { Module } from '@nestjs/common';
import { MailTrayController } from './mail-tray.controller.js';

/** The operator's tray of what came in by mail. */
@Module({ controllers: [MailTrayController] })
export class MailTrayApiModule {}
