import { api, taken } from '../../api/client.js';
import type { LaterActName } from './more-acts.js';
import type { Notice } from '../notices/notice-document.js';

type Headers = { 'Idempotency-Key': string; 'If-Match'?: string };

/** What the forms of the later steps ask for; each act takes its own part. */
export interface LaterInput {
  itemId: string;
  method?: 'message' | 'email' | 'publication';
  at?: string;
  url?: string;
  note?: string;
  outcome?: string;
  missing?: string[];
  result?: 'lost' | 'withdrawn';
  fileId?: string;
  issuer?: string;
  number?: string;
  issuedAt?: string;
  expiresAt?: string;
  orderId?: string;
  respondent?: Record<string, string>;
  statement?: string;
  reasonCode?: string;
  evidenceText?: string;
  evidenceUrl?: string;
  evidenceFileId?: string;
  claims?: string[];
  signature?: string;
  receivedAt?: string;
  forward?: boolean;
}

type Ref = { id: string; itemId: string; endedAt?: string | null; disputedAt?: string | null };

/** The one that is open of what hangs on an item. */
function openOf(list: readonly object[], itemId: string): string {
  const refs = list as readonly Ref[];
  return refs.find((ref) => ref.itemId === itemId && !ref.endedAt && !ref.disputedAt)?.id ?? '';
}

/** Sends one act of the later steps to where the API takes it. */
export function doLaterAct(act: LaterActName, notice: Notice, input: LaterInput, headers: Headers): Promise<unknown> {
  const { itemId, note, fileId } = input;
  const of = (id: string) => ({ params: { path: { id } }, headers });
  const item = notice.items.find(({ id }) => id === itemId);
  const counter = of(item?.counterNoticeId ?? '');
  const proof = { note: note!, ...(fileId && { fileId }) };
  const decide = (outcome: string) => {
    const decisions = [{ itemId, outcome, ...(note && { note }) }] as never;
    return taken(api.POST('/v1/notices/{id}/decisions', { ...of(notice.id), body: { decisions } }));
  };
  switch (act) {
    case 'forward': {
      const body = { method: input.method!, at: input.at!, ...(input.url && { url: input.url }) };
      return taken(api.POST('/v1/notices/{id}/forwarding', { ...of(notice.id), body }));
    }
    case 'counter':
      return taken(api.POST('/v1/items/{id}/counter-notices', { ...of(itemId), body: counterOf(input) }));
    case 'forward_counter':
      return taken(api.POST('/v1/counter-notices/{id}/forwarding', counter));
    case 'reject_counter': {
      const body = { missing: input.missing as never, note: note! };
      return taken(api.POST('/v1/counter-notices/{id}/rejection', { ...counter, body }));
    }
    case 'decide_counter':
      return decide(input.outcome!);
    case 'keep_delinked':
      return decide('delinked');
    case 'restore_own_motion':
      return decide('restored');
    case 'restore':
      return taken(api.POST('/v1/items/{id}/restoration', of(itemId)));
    case 'dispute_report':
      return taken(api.POST('/v1/reports/{id}/dispute', { ...of(openOf(notice.reports, itemId)), body: proof }));
    case 'proceeding_won':
    case 'proceeding_ended': {
      const result = act === 'proceeding_won' ? 'won' : input.result!;
      const id = openOf(notice.proceedings, itemId);
      return taken(api.POST('/v1/proceedings/{id}/end', { ...of(id), body: { ...proof, result } }));
    }
    case 'order_ended':
      return taken(api.POST('/v1/orders/{id}/end', of(input.orderId ?? openOf(notice.orders, itemId))));
    default: {
      const { issuer, number, issuedAt, expiresAt } = input;
      const body = {
        direction: act === 'order_restore' ? ('restore' as const) : ('takedown' as const),
        issuer: issuer!,
        number: number!,
        issuedAt: issuedAt!,
        ...(expiresAt && { expiresAt }),
        ...(fileId && { fileId }),
      };
      return taken(api.POST('/v1/items/{id}/orders', { ...of(itemId), body }));
    }
  }
}

function counterOf(input: LaterInput) {
  const { respondent = {}, claims = [], signature, evidenceText, evidenceUrl, evidenceFileId } = input;
  const filled = Object.fromEntries(Object.entries(respondent).filter(([, value]) => value?.trim()));
  const proof = {
    ...(evidenceText && { text: evidenceText }),
    ...(evidenceUrl && { url: evidenceUrl }),
    ...(evidenceFileId && { fileId: evidenceFileId }),
  };
  const evidence = Object.keys(proof).length > 0 ? [{ kind: 'other', ...proof }] : [];
  return {
    respondent: filled,
    statement: input.statement!,
    reasonCode: input.reasonCode!,
    evidence,
    statements: { ...Object.fromEntries(claims.map((claim) => [claim, true])), ...(signature && { signature }) },
    receivedAt: input.receivedAt!,
    forward: input.forward ?? false,
  } as never;
}
