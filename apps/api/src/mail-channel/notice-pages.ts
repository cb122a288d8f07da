import { Injectable } from '@nestjs/common';
import { domainNow } from '#database';
import { can } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice } from '#notices';
import { DataSource } from 'typeorm';
import { filesForReader } from '../files/files-for-reader.js';
import { noticeParts } from '../notices/notice-parts.js';
import { type NoticeView, noticeView } from '../notices/notice.views.js';
import type { Typed } from './form.js';
import type { MailCaller } from './mail-links.js';
import { noticePage, type Remark } from './notice-page.js';
import { regimeOfView } from './page-context.js';
import { type Language, sayIn } from './page-words.js';

/** Reads the notice of a link as the platform's own people would read it, and writes its page. */
@Injectable()
export class NoticePages {
  constructor(private readonly database: DataSource) {}

  async view({ link, caller }: MailCaller): Promise<NoticeView> {
    const notice = await findNotice(this.database, link.noticeId);
    if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
    const parts = await noticeParts(this.database, notice, caller);
    return noticeView(notice, parts, caller, await domainNow(this.database));
  }

  async write(
    opened: MailCaller,
    here: string,
    language: Language,
    shown: { typed?: Typed; remark?: Remark | null } = {},
  ): Promise<string> {
    const { link, caller } = opened;
    const notice = await this.view(opened);
    const files = await filesForReader(this.database, caller, link.noticeId);
    const { typed = {}, remark = null } = shown;
    const say = sayIn(language);
    const regime = regimeOfView(notice);
    return noticePage({ language, say, here, nonce: link.nonce, notice, regime, files, typed }, remark);
  }
}
