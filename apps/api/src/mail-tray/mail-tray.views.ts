import { authenticities, mailFindings, mailKinds, type TrayEntry, type TrayRow } from '#inbound-mail';
import { instant } from '#kernel';
import { Shown } from '../http/shown.js';

export class MailMatterView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
}

export class MailOrganizationView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

/** A message by its header, as its sender wrote it: nothing of it is true because it stands there. */
export class MailView {
  @Shown('uuid') id: string;
  @Shown(['open', 'filed']) state: 'open' | 'filed';
  @Shown(mailKinds) kind: (typeof mailKinds)[number];
  @Shown(mailFindings, { description: 'What came of it, or why a person has to look.' })
  finding: (typeof mailFindings)[number];
  @Shown(authenticities, {
    nullable: true,
    description: 'Whether the domain of the sender itself signed it (DKIM); null where it could not be read.',
  })
  authenticity: (typeof authenticities)[number] | null;
  @Shown('text', { nullable: true, description: 'Null where there is none, or more than one.' }) from: string | null;
  @Shown('text', { nullable: true }) to: string | null;
  @Shown('text', { nullable: true }) subject: string | null;
  @Shown('whole', { description: 'Of the whole message, in bytes.' }) size: number;
  @Shown('flag', { description: 'False where only its beginning is kept, because it is larger than 10 MiB.' })
  isWhole: boolean;
  @Shown('instant') receivedAt: string;
  @Shown(() => MailMatterView, { nullable: true }) notice: MailMatterView | null;
  @Shown(() => MailOrganizationView, { nullable: true, description: 'For which a draft was kept.' })
  organization: MailOrganizationView | null;
  @Shown('instant', { nullable: true }) filedAt: string | null;
  @Shown('text', { nullable: true, description: 'Null where it was filed by itself.' }) filedBy: string | null;
  @Shown('text', { nullable: true, description: 'Of who filed it; else why it could not be read or taken.' })
  note: string | null;
}

export class MailPage {
  @Shown(() => MailView, { list: true }) data: MailView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class MailAttachmentView {
  @Shown('text') name: string;
  @Shown('text', { description: 'As the sender says.' }) mediaType: string;
  @Shown('whole') size: number;
}

export class OpenedMailView extends MailView {
  @Shown('text', { nullable: true }) messageId: string | null;
  @Shown('text', { description: 'SHA-256 of what is kept.' }) sha256: string;
  @Shown('text', {
    nullable: true,
    description: 'Plain text of at most 100,000 characters; null where it could not be read.',
  })
  text: string | null;
  @Shown(() => MailAttachmentView, { list: true }) attachments: MailAttachmentView[];
}

export function mailView(row: TrayRow): MailView {
  const { noticeId, noticeNumber, organizationId, organizationName } = row;
  return {
    id: row.id,
    state: row.state as 'open' | 'filed',
    kind: row.kind!,
    finding: row.finding!,
    authenticity: row.authenticity,
    from: row.sender,
    to: row.recipients,
    subject: row.subject,
    size: row.size,
    isWhole: row.isWhole,
    receivedAt: instant(row.receivedAt),
    notice: noticeId && noticeNumber ? { id: noticeId, number: noticeNumber } : null,
    organization: organizationId && organizationName ? { id: organizationId, name: organizationName } : null,
    filedAt: instant(row.filedAt),
    filedBy: row.filerName,
    note: row.note,
  };
}

export function openedMailView(entry: TrayEntry): OpenedMailView {
  const { messageId, sha256, body, attachments } = entry;
  return { ...mailView(entry), messageId, sha256, text: body, attachments: attachments ?? [] };
}
