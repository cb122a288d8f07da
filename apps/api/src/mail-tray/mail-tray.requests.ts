import { type MailKind, mailKinds } from '#inbound-mail';
import { OneOf, Text, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const trayStates = ['open', 'filed'] as const;

export class TrayQuery extends PageQuery {
  @OneOf(trayStates, { optional: true, description: '`open` when left out.' }) state?: (typeof trayStates)[number];
  @OneOf(mailKinds, { optional: true }) kind?: MailKind;
}

export class FilingRequest {
  @Text({ max: 500, description: 'What was done about it.' }) note: string;
  @Uuid({ optional: true, description: 'The notice that it is about.' }) noticeId?: string;
}
