import { Injectable } from '@nestjs/common';
import type { Caller } from '#identity';
import { instant, Problem } from '#kernel';
import { findCounterNotice, type Proof, proveProceeding } from '#notices';
import type { ApiRequest } from '../http/access.js';
import type { ProceedingRequest } from './follow-up.requests.js';
import { stepOf, type StepView } from './step.views.js';
import { Steps } from './steps.js';

type Subject = { itemId: string } | { counterNoticeId: string };

/**
 * Records a proof. One that comes after the wait is kept all the same, so the refusal is told only once the transaction
 * has been committed.
 */
@Injectable()
export class ProofOfProceeding {
  constructor(private readonly steps: Steps) {}

  async record(request: ApiRequest, caller: Caller, subject: Subject, body: ProceedingRequest): Promise<StepView> {
    const { isLate, waitEndedAt, ...answer } = await this.steps.onNotice(request, caller, async (tx, now) => {
      const input = { ...body, filedAt: new Date(body.filedAt), fileId: body.fileId ?? null };
      const proof: Proof = await proveProceeding(tx, now, caller, subject, input);
      const itemId =
        'itemId' in subject ? subject.itemId : (await findCounterNotice(tx, subject.counterNoticeId))!.itemId;
      const { id, receivedAt } = proof;
      return {
        id,
        receivedAt: instant(receivedAt),
        isLate: proof.isLate,
        waitEndedAt: instant(proof.waitEndedAt),
        ...(await stepOf(tx, caller, itemId)),
      };
    });
    if (isLate) {
      throw new Problem('wait_over', {
        detail: `The wait ended at ${waitEndedAt}. The proof was kept as ${answer.id}; the item comes back all the same.`,
        extra: { proceedingId: answer.id, waitEndedAt, state: answer.item.state },
      });
    }
    return answer;
  }
}
