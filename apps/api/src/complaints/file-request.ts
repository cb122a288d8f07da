import type { Tx } from '#database';
import { linkFiles } from '#evidence';
import type { Caller } from '#identity';
import { fileComplaint, type Language, mistypedNumbers } from '#intake';
import type { FileComplaintRequest } from './complaints.requests.js';
import { evidenceLinks, filingOf } from './filing-of.js';
import { filingView, type FilingView } from './filing.views.js';

/** Files what was sent and answers with what came of it: the one way in for every complaint. */
export async function fileRequest(
  tx: Tx,
  now: Date,
  caller: Caller,
  body: FileComplaintRequest,
  language: Language,
): Promise<FilingView> {
  const filing = await filingOf(tx, now, caller, body);
  const filed = await fileComplaint(tx, now, caller, filing, language);
  await linkFiles(tx, now, caller.organizationId, evidenceLinks(filed.id, filing.document.evidence));
  return filingView(filed, now, language, mistypedNumbers(body.works));
}
