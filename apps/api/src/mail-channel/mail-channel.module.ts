import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files.module.js';
import { IdentityApiModule } from '../identity/identity.module.js';
import { MailLinks } from './mail-links.js';
import { MailPapersController } from './mail-papers.controller.js';
import { MailPagesController } from './mail-pages.controller.js';
import { MailServicesController } from './mail-services.controller.js';
import { NoticePages } from './notice-pages.js';

/** How platforms without an account are served and answer, and what operators see of it. */
@Module({
  imports: [FilesApiModule, IdentityApiModule],
  controllers: [MailPagesController, MailPapersController, MailServicesController],
  providers: [MailLinks, NoticePages],
})
export class MailChannelApiModule {}
