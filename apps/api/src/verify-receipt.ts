import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkReceipt, type PublishedKey, receiptFaults, type ReceiptToCheck } from '#record';

/**
 * `npm run verify-receipt -- receipt.json [--keys keys.json]`: whether a receipt is genuine, with no database and no
 * network. The keys are those that the installation publishes at /v1/receipts/keys, fetched once and kept by whoever
 * checks. Exit code 1: the receipt is not good; 2: there was nothing to check.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string', default: 'keys.json' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Say which file: npm run verify-receipt -- receipt.json --keys keys.json');
  const signed = await readJson<ReceiptToCheck>(file);
  const { keys } = await readJson<{ keys: PublishedKey[] }>(values.keys);
  if (typeof signed.receipt !== 'object' || !signed.receipt) throw new Error(`${file} holds no receipt.`);
  if (!Array.isArray(keys)) throw new Error(`${values.keys} holds no keys.`);
  const fault = checkReceipt(signed, keys);
  const { complaintNumber, receivedAt, contentSha256 } = signed.receipt;
  process.stdout.write(
    fault === null
      ? `valid: ${complaintNumber} was received at ${receivedAt}, content ${contentSha256}\n`
      : `NOT valid: ${fault}: ${receiptFaults[fault]}\n`,
  );
  process.exitCode = fault === null ? 0 : 1;
}

async function readJson<T>(file: string): Promise<T> {
  const text = await readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${failure.code}).`);
  });
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}

try {
  await main();
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
}
