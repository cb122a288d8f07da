import { instant } from '#kernel';
import { type Disposition, regimeOf, type RegimeId } from '#law';
import { conditionsOf, eventsOpenTo, type ItemRow, type NoticeDetail, type Party } from '#notices';
import { Shown } from '../http/shown.js';

class TargetView {
  @Shown('text', { description: 'Exactly as typed.' }) raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) host: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) contentId: string | null;
  @Shown('text', { nullable: true }) part: string | null;
  @Shown('text', { nullable: true }) accessCode: string | null;
  @Shown('text') workRef: string;
  @Shown('text', { nullable: true }) right: string | null;
  @Shown('text', { nullable: true }) description: string | null;
}

class PlatformAccountView {
  @Shown('text', { nullable: true, description: 'The account that the address itself names.' }) ref: string | null;
  @Shown('text', { nullable: true }) handle: string | null;
  @Shown('text', { nullable: true }) url: string | null;
}

class OpenToView {
  @Shown('text', { list: true }) platform: string[];
  @Shown('text', { list: true }) complainant: string[];
  @Shown('text', { list: true }) regulator: string[];
}

export class ItemView {
  @Shown('uuid') id: string;
  @Shown('text') state: string;
  @Shown('text', { nullable: true }) disposition: string | null;
  @Shown('text', { nullable: true }) reasonCode: string | null;
  @Shown('text', { nullable: true }) note: string | null;
  @Shown('instant', { nullable: true }) actedAt: string | null;
  @Shown('instant', { nullable: true }) decidedAt: string | null;
  @Shown('instant', { nullable: true }) restoredAt: string | null;
  @Shown(() => TargetView) target: TargetView;
  @Shown(() => PlatformAccountView, { nullable: true }) platformAccount: PlatformAccountView | null;
  @Shown('whole', { description: 'Complaints and orders that keep the thing down.' }) holds: number;
  @Shown('uuid', { nullable: true, description: 'The statement of its user that is open against it.' })
  counterNoticeId: string | null;
  @Shown('text', { list: true, description: 'What the caller may do next.' }) allowedActions: string[];
  @Shown(() => OpenToView, { description: 'Who may do what next.' }) openTo: OpenToView;
}

type NoticeFacts = Pick<NoticeDetail, 'regime' | 'regimeVersion' | 'isSupplementUsed' | 'complainantOrganizationId'>;

/** `party`: on which side the caller acts, null for who only reads; `side`: on which side it reads. */
export function itemView(row: ItemRow, notice: NoticeFacts, party: Party | null, side: Party): ItemView {
  const regime = regimeOf(notice.regime as RegimeId, notice.regimeVersion);
  const facts = { ...row, disposition: row.disposition as Disposition | null };
  const moves = { before: row.before, conditions: conditionsOf(facts, regime, notice) };
  const openTo = (actor: Party) => eventsOpenTo(row.state, actor, moves);
  return {
    id: row.id,
    state: row.state,
    disposition: row.disposition,
    reasonCode: row.reasonCode,
    note: row.note,
    actedAt: instant(row.actedAt),
    decidedAt: instant(row.decidedAt),
    restoredAt: instant(row.restoredAt),
    target: {
      raw: row.raw,
      url: row.url,
      host: row.host,
      contentType: row.contentType,
      contentId: row.contentId,
      part: row.part,
      accessCode: row.accessCode,
      workRef: row.workRef,
      right: row.right,
      description: row.description,
    },
    platformAccount:
      row.accountRef || row.account
        ? { ref: row.accountRef, handle: row.account?.handle ?? null, url: row.account?.url ?? null }
        : null,
    holds: row.holds,
    // a statement that was not forwarded is not the complainant's to know
    counterNoticeId: side === 'complainant' && !row.isCounterForwarded ? null : row.counterNoticeId,
    allowedActions: party ? openTo(party) : [],
    openTo: { platform: openTo('platform'), complainant: openTo('complainant'), regulator: openTo('regulator') },
  };
}
