import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Problem } from '#kernel';
import { checkReceiver, createGuardedAgent, newSecret, readReceiverUrl, type ReceiverCheck } from '#webhooks';

const usage = 'npm run check-receiver -- https://example.com/hooks --secret whsec_… [--allow-loopback]';

/**
 * What a receiver makes of good, repeated, late, changed, wrongly signed, large and slow messages: the gate before
 * production, for whoever writes the receiver. Without `--secret` one is made, to be given to the receiver first. Calls
 * public addresses alone; this machine's own (and plain http) with `--allow-loopback`. Exit code 1: something is wrong;
 * 2: nothing was checked.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { secret: { type: 'string' }, 'allow-loopback': { type: 'boolean', default: false } },
  });
  const [address] = positionals;
  if (address === undefined) throw new Error(`Say which address: ${usage}`);
  const policy = { allowLoopback: values['allow-loopback'], ownPorts: [] };
  const url = readReceiverUrl(address, { ...policy, isSandbox: policy.allowLoopback });
  const secret = values.secret ?? (await secretHandedOver());
  if (!/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(secret))
    throw new Error('The secret is whsec_ and 24 to 64 bytes in base64.');
  const agent = createGuardedAgent(policy);
  try {
    const keys = [{ secret, signingKey: null }];
    const checks = await checkReceiver({ url, keys }, { agent, publicUrl: 'https://tongshan.example' });
    process.stdout.write(`\n 通删 Tongshan · ${url.href}\n\n${checks.map(lines).join('')}\n${verdict(checks)}\n`);
    process.exitCode = checks.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    await agent.destroy();
  }
}

/** @throws Error where nobody is there to hand it over */
async function secretHandedOver(): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`Say by which secret the receiver verifies: ${usage}`);
  const secret = newSecret();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question(
    `\n 把此密钥交给接收端，然后回车 · Give the receiver this secret, then press Enter:\n ${secret}\n`,
  );
  terminal.close();
  return secret;
}

function lines({ name, passed, expected, got, advice }: ReceiverCheck): string {
  const result = ` ${passed ? '✓' : '✗'}  ${name.padEnd(15)} ${got}${passed ? '' : `   (expected ${expected})`}\n`;
  return `${result}    ${advice.zh}\n    ${advice.en}\n`;
}

function verdict(checks: readonly ReceiverCheck[]): string {
  const wrong = checks.filter(({ passed }) => !passed);
  return wrong.length === 0
    ? ` ✓  ${checks.length} 项全部通过 · All ${checks.length} are right\n`
    : ` ✗  ${wrong.length} 项须改正 · ${wrong.length} to mend: ${wrong.map(({ name }) => name).join(', ')}\n`;
}

try {
  await main();
} catch (failure) {
  const said = failure instanceof Problem ? failure.details.errors?.[0]?.detail : undefined;
  process.stderr.write(`${said ?? (failure instanceof Error ? failure.message : String(failure))}\n`);
  process.exitCode = 2;
}
