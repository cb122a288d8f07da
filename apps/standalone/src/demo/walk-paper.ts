import { checkReceipt, type PublishedKey } from '#record';
import { type Caller, must } from './walk-api.js';
import type { Incomplete } from './walk-incomplete.js';
import { at, type Terminal } from './walk-terminal.js';

/** What somebody holds in hand: a receipt that needs nobody to be believed, and the notice on paper. */
export async function checkPaper(
  rights: Caller,
  { receipt, notices }: Incomplete,
  { step, tell }: Terminal,
): Promise<void> {
  step('签名回执（离线核验）与通知书 PDF', 'The signed receipt, checked offline, and the notice as a PDF');
  const { keys } = await rights.get<{ keys: PublishedKey[] }>('/v1/receipts/keys');
  const { complaintNumber, receivedAt } = receipt.receipt;
  const fault = checkReceipt(receipt, keys);
  tell(
    `${complaintNumber} · received ${at(receivedAt)} · Ed25519, key ${receipt.keyId.slice(0, 12)}… → ${fault ?? 'valid'}`,
  );
  must(fault === null, `the receipt of ${complaintNumber} does not hold: ${fault}`);
  const changed = { ...receipt, receipt: { ...receipt.receipt, receivedAt: '2026-01-01T00:00:00Z' } };
  const found = checkReceipt(changed, keys);
  tell(`the same with another receivedAt → ${found}`);
  must(found === 'signature_mismatch', `a changed receipt is said to be ${found ?? 'valid'}`);
  const pdf = await rights.file(`/v1/notices/${notices.netdisk.id}/document.pdf`);
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  tell(`${notices.netdisk.number}/document.pdf → ${pages} pages, ${pdf.length.toLocaleString('en')} bytes`);
  must(pdf.subarray(0, 5).toString() === '%PDF-' && pages > 0, `the document of ${notices.netdisk.number} is no PDF`);
}
