import { instant } from '#kernel';
import { type MailServiceRow, mailServiceStates } from '#mail';
import { PlatformRef } from '../complaints/filing.views.js';
import { OneOf } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { Shown } from '../http/shown.js';

export class MailServicesQuery extends PageQuery {
  @OneOf(mailServiceStates, { optional: true }) state?: MailServiceRow['state'];
}

/** One sending of a notice to the published address of its platform: nothing of what the notice says. */
export class MailServiceView {
  @Shown('uuid') id: string;
  @Shown('uuid') noticeId: string;
  @Shown('text') noticeNumber: string;
  @Shown(() => PlatformRef) platform: PlatformRef;
  @Shown('text', { description: 'Where it went.' }) address: string;
  @Shown('text', { nullable: true, description: 'What is published for the platform now.' })
  addressOnFile: string | null;
  @Shown(mailServiceStates, {
    description: 'Accepted by the mail server there is the service; refused and given up are none.',
  })
  state: string;
  @Shown('flag', { description: 'By this sending, another one, or in an inbox.' }) isNoticeServed: boolean;
  @Shown('whole') attempts: number;
  @Shown('text', { nullable: true, description: 'What the mail server said last.' }) lastError: string | null;
  @Shown('instant') createdAt: string;
  @Shown('instant', { nullable: true }) nextAttemptAt: string | null;
  @Shown('instant', { nullable: true }) endedAt: string | null;
}

export class MailServicePage {
  @Shown(() => MailServiceView, { list: true }) data: MailServiceView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function mailServiceView(row: MailServiceRow): MailServiceView {
  return {
    ...row,
    createdAt: instant(row.createdAt),
    nextAttemptAt: instant(row.nextAttemptAt),
    endedAt: instant(row.endedAt),
  };
}
