import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { headHash, leafHash, verifyInclusion } from '#record';
import { type Caller, must } from './walk-api.js';
import type { Incomplete } from './walk-incomplete.js';
import type { Terminal } from './walk-terminal.js';

interface Proof {
  eventHash: string;
  leafIndex: number | null;
  path: string[];
  head: {
    number: number;
    day: string;
    fromPosition: number;
    toPosition: number;
    eventCount: number;
    root: string;
    previousHash: string;
    madeAt: string;
    hash: string;
  } | null;
}

/** A worker looks every ten seconds whether a day has ended. */
const patienceMs = 25_000;

/** The days that passed are closed by heads, and what was received lies below one of them. */
export async function checkRecord(
  rights: Caller,
  { receipt }: Incomplete,
  dataFolder: string | null,
  { step, tell }: Terminal,
): Promise<void> {
  step('每日封存的记录：回执所载事件在其中', 'The record, closed day by day: the event on the receipt is in it');
  const { head, leafIndex, path, eventHash } = await closedProof(rights, receipt.receipt.eventId);
  const { madeAt, hash, ...members } = head;
  const isHead = headHash({ ...members, madeAt: new Date(madeAt) }) === hash;
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const isInside =
    leafIndex !== null &&
    verifyInclusion(leafHash(bytes(eventHash)), leafIndex, head.eventCount, path.map(bytes), bytes(head.root));
  tell(
    `head ${head.number} of ${head.day} · ${head.eventCount} events · hash ${hash.slice(0, 12)}… → ${isHead ? 'holds' : 'differs'}`,
  );
  tell(
    `event ${eventHash.slice(0, 12)}… · ${path.length} nodes up to the root → ${isInside ? 'is in it' : 'is not in it'}`,
  );
  must(isHead && isInside, `head ${head.number} does not hold`);
  if (dataFolder === null) return;
  // the days that the moved clock has just passed are still being closed
  const end = performance.now() + patienceMs;
  let { code, said } = await verifyAll(dataFolder);
  while (code !== 0 && performance.now() < end) ({ code, said } = await verifyAll(dataFolder));
  tell(`npm run verify → ${said}`);
  must(code === 0, 'the record is not whole');
}

async function closedProof(rights: Caller, eventId: string): Promise<Proof & { head: NonNullable<Proof['head']> }> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await pause(500)) {
    const proof = await rights.get<Proof>(`/v1/record/proofs/${eventId}`);
    if (proof.head) return { ...proof, head: proof.head };
  }
  return must(false, 'the day of the receipt was not closed; does a worker run?') as never;
}

/** The program of `npm run verify`, on the folder of the system that the walk has asked. */
async function verifyAll(dataFolder: string): Promise<{ code: number; said: string }> {
  const program = join(import.meta.dirname, '../verify.js');
  const child = spawn(process.execPath, [program], { env: { ...process.env, DATA_DIR: dataFolder } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}
