import type { Tx } from '#database';
import type { StatementsDraft } from '#law';
import type { DataSource } from 'typeorm';
import type { CounterNoticeState } from './counter-notice.entity.js';
import type { FiledEvidence } from './domain/complaint-document.js';
import type { OrderEntity, ProceedingEntity } from './proceeding.entity.js';

/** What was done about a notice after it was decided, as the API shows it; instants are ISO texts. */
export interface FollowUps {
  supplementRequest: {
    elements: string[];
    message: string;
    requestedAt: string;
    answeredAt: string | null;
    lapsedAt: string | null;
  } | null;
  supplements: Array<{
    id: string;
    evidence: FiledEvidence[];
    statements: StatementsDraft | null;
    message: string | null;
    receivedAt: string;
  }>;
  counterNotices: Array<{
    id: string;
    itemId: string;
    state: CounterNoticeState;
    receivedAt: string;
    forwardedAt: string | null;
  }>;
  proceedings: Array<
    Pick<
      ProceedingEntity,
      'id' | 'itemId' | 'counterNoticeId' | 'kind' | 'number' | 'authority' | 'fileId' | 'counts' | 'result' | 'endNote'
    > & { filedAt: string; receivedAt: string; endedAt: string | null }
  >;
  orders: Array<
    Pick<OrderEntity, 'id' | 'itemId' | 'direction' | 'issuer' | 'number' | 'fileId'> & {
      issuedAt: string;
      expiresAt: string | null;
      recordedAt: string;
      endedAt: string | null;
    }
  >;
  reports: Array<{
    id: string;
    itemId: string;
    text: string | null;
    fileId: string | null;
    reportedAt: string;
    disputedAt: string | null;
    disputeNote: string | null;
    settledAt: string | null;
  }>;
  appeals: Array<{ itemId: string; text: string; evidence: FiledEvidence[]; receivedAt: string }>;
}

/**
 * All follow-ups of a notice in one statement. A complainant learns of a counter-notice when it is forwarded, and of
 * an order as of any other act on its notice.
 */
export async function followUpsOf(
  db: Tx | DataSource,
  noticeId: string,
  reader: { isComplainant: boolean },
): Promise<FollowUps> {
  const [row] = await db.query<FollowUps[]>(
    `select
       (select jsonb_build_object('elements', elements, 'message', message, 'requestedAt', ${at('requested_at')},
          'answeredAt', ${at('answered_at')}, 'lapsedAt', ${at('lapsed_at')})
        from supplement_requests where notice_id = $1) as "supplementRequest",
       ${list(
         'supplements',
         `'id', id, 'evidence', document -> 'evidence', 'statements', document -> 'statements',
          'message', document -> 'message', 'receivedAt', ${at('received_at')}`,
       )} as supplements,
       ${list(
         'counter_notices',
         `'id', id, 'itemId', item_id, 'state', state, 'receivedAt', ${at('received_at')},
          'forwardedAt', ${at('forwarded_at')}`,
         'and (not $2 or forwarded_at is not null)',
       )} as "counterNotices",
       ${list(
         'proceedings',
         `'id', id, 'itemId', item_id, 'counterNoticeId', counter_notice_id, 'kind', kind,
          'number', number, 'authority', authority, 'filedAt', ${at('filed_at')}, 'receivedAt', ${at('received_at')},
          'fileId', file_id, 'counts', counts, 'endedAt', ${at('ended_at')}, 'result', result, 'endNote', end_note`,
       )} as proceedings,
       ${list(
         'orders',
         `'id', id, 'itemId', item_id, 'direction', direction, 'issuer', issuer, 'number', number,
          'issuedAt', ${at('issued_at')}, 'expiresAt', ${at('expires_at')}, 'recordedAt', ${at('recorded_at')},
          'fileId', file_id, 'endedAt', ${at('ended_at')}`,
       )} as orders,
       ${list(
         'still_live_reports',
         `'id', id, 'itemId', item_id, 'text', text, 'fileId', file_id,
          'reportedAt', ${at('reported_at')}, 'disputedAt', ${at('disputed_at')}, 'disputeNote', dispute_note,
          'settledAt', ${at('settled_at')}`,
       )} as reports,
       ${list('appeals', `'itemId', item_id, 'text', text, 'evidence', evidence, 'receivedAt', ${at('received_at')}`, '', 'received_at')} as appeals`,
    [noticeId, reader.isComplainant],
  );
  return row!;
}

const list = (table: string, members: string, where = '', order = 'id') =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${members}) order by ${order}), '[]') from ${table} where notice_id = $1 ${where})`;

/** An instant as the API writes it. */
const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS' || case when date_part('milliseconds', ${column})::int % 1000 = 0 then '"Z"' else '.MS"Z"' end)`;
