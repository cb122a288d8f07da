import { Injectable } from '@nestjs/common';
import { inTransaction, nowOfRequest } from '#database';
import type { Caller } from '#identity';
import { groupBy, Problem, type Trace } from '#kernel';
import { type Decision, decideItems } from '#notices';
import { DataSource } from 'typeorm';
import type { BulkDecisionsView, BulkDecisionView } from './act.views.js';

/**
 * Decisions across notices. Each notice is a transaction of its own, all or none of its rows, so that one wrong row
 * costs its own notice only and nobody waits for 500 locks at once.
 */
@Injectable()
export class BulkDecisions {
  constructor(private readonly database: DataSource) {}

  async decide(trace: Trace, caller: Caller, decisions: readonly Decision[]): Promise<BulkDecisionsView> {
    const noticeOf = await this.noticesOf(decisions.map(({ itemId }) => itemId));
    const results = new Map<Decision, BulkDecisionView>();
    for (const [noticeId, rows] of groupBy(decisions, ({ itemId }) => noticeOf.get(itemId))) {
      const outcomes = noticeId ? await this.decideOne(trace, caller, noticeId, rows) : rows.map(notFound);
      rows.forEach((row, index) => results.set(row, outcomes[index]!));
    }
    return { results: decisions.map((decision) => results.get(decision)!) };
  }

  private async noticesOf(itemIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<Array<{ id: string; notice_id: string }>>(
      'select id, notice_id from items where id = any($1)',
      [itemIds],
    );
    return new Map(rows.map((row) => [row.id, row.notice_id]));
  }

  private async decideOne(
    trace: Trace,
    caller: Caller,
    noticeId: string,
    rows: readonly Decision[],
  ): Promise<BulkDecisionView[]> {
    try {
      const settled = await inTransaction(this.database, async (tx) =>
        decideItems(tx, await nowOfRequest(tx, trace), caller, noticeId, { decisions: rows }),
      );
      return rows.map(({ itemId }) => ({ itemId, ok: true, state: settled.items.get(itemId)!, problem: null }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      return rows.map(({ itemId }, index) => {
        const own = failure.details.errors?.find(({ pointer }) => pointer.startsWith(`#/decisions/${index}/`));
        const problem =
          own ??
          (failure.details.errors ? othersAreWrong : { code: failure.code, detail: failure.details.detail ?? null });
        return { itemId, ok: false, state: null, problem: { code: problem.code, detail: problem.detail } };
      });
    }
  }
}

const othersAreWrong = {
  code: 'another_row_is_wrong',
  detail: 'Another row of the same notice is wrong; nothing of it was decided.',
};

function notFound({ itemId }: Decision): BulkDecisionView {
  return { itemId, ok: false, state: null, problem: { code: 'not_found', detail: null } };
}
