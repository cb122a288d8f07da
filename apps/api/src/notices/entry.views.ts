import { instant } from '#kernel';
import { type NoticeListRow, noticeStates, type Party } from '#notices';
import { Shown } from '../http/shown.js';
import { DeadlineView } from './deadline.views.js';
import { ItemView } from './item.views.js';

class Ref {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

class ClaimView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
  @Shown('instant') expiresAt: string;
}

class LookingView {
  @Shown('uuid') memberId: string;
  @Shown('text') name: string;
}

class OwnDeadline {
  @Shown('text') rule: string;
  @Shown('instant') dueAt: string;
  @Shown('whole', { description: 'Negative when overdue.' }) remainingSeconds: number;
}

class NextDeadline {
  @Shown('text') rule: string;
  @Shown('instant') dueAt: string;
  @Shown('instant', { description: 'From here on a quarter of the time or less is left.' }) dueSoonAt: string;
  @Shown('whole', { description: 'Negative when overdue.' }) remainingSeconds: number;
}

export class NoticeEntryView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown('uuid') complaintId: string;
  @Shown(() => Ref) platform: Ref;
  @Shown('text') complainant: string;
  @Shown('text') title: string;
  @Shown('text') regime: string;
  @Shown(noticeStates) state: string;
  @Shown('text', { nullable: true }) outcome: string | null;
  @Shown('whole') itemCount: number;
  @Shown('flag', {
    nullable: true,
    description: 'Whether the agent’s authorization was approved; null where the holder itself files.',
  })
  verified: boolean | null;
  @Shown('instant', { nullable: true }) servedAt: string | null;
  @Shown('instant', { nullable: true }) acknowledgedAt: string | null;
  @Shown(() => NextDeadline, { nullable: true }) nextDeadline: NextDeadline | null;
  @Shown(() => OwnDeadline, {
    nullable: true,
    optional: true,
    description: 'The nearest clock that the complainant owes; its own list sorts by it.',
  })
  ownDeadline?: OwnDeadline | null;
  @Shown(() => Ref, { nullable: true, optional: true, description: 'Of the platform’s own people only.' })
  assignee?: Ref | null;
  @Shown(() => ClaimView, { nullable: true, optional: true }) claimedBy?: ClaimView | null;
  @Shown(() => LookingView, {
    list: true,
    optional: true,
    description: 'Colleagues who have it open now, for the platform’s own people only.',
  })
  lookingNow?: LookingView[];
  @Shown(() => ItemView, { list: true, optional: true, description: 'In a list with `include=items`.' })
  items?: ItemView[];
  @Shown(() => DeadlineView, { list: true, optional: true, description: 'In a list with `include=deadlines`.' })
  deadlines?: DeadlineView[];
}

export class NoticePage {
  @Shown(() => NoticeEntryView, { list: true }) data: NoticeEntryView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function noticeEntry(row: NoticeListRow, now: Date, side: Party, readerId: string): NoticeEntryView {
  const remaining = (dueAt: Date) => Math.ceil((dueAt.getTime() - now.getTime()) / 1000);
  return {
    id: row.id,
    number: row.number,
    complaintId: row.complaintId,
    platform: { id: row.platformId, name: row.platformName },
    complainant: row.complainantName,
    title: row.title,
    regime: row.regime,
    state: row.state,
    outcome: row.outcome,
    itemCount: row.itemCount,
    verified: row.isVerified,
    servedAt: instant(row.servedAt),
    acknowledgedAt: instant(row.acknowledgedAt),
    nextDeadline: row.nextDueAt && {
      rule: row.nextDueRule!,
      dueAt: instant(row.nextDueAt),
      dueSoonAt: instant(row.dueSoonAt!),
      remainingSeconds: remaining(row.nextDueAt),
    },
    ...(side === 'complainant' && {
      ownDeadline: row.complainantDueAt && {
        rule: row.complainantDueRule!,
        dueAt: instant(row.complainantDueAt),
        remainingSeconds: remaining(row.complainantDueAt),
      },
    }),
    ...(side === 'platform' && {
      assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName! } : null,
      claimedBy:
        row.claimHolderId && row.claimExpiresAt! > now
          ? { id: row.claimHolderId, name: row.claimHolderName!, expiresAt: instant(row.claimExpiresAt!) }
          : null,
      lookingNow: row.looking.filter(({ memberId }) => memberId !== readerId),
    }),
  };
}
