import { wellKnownDemoPassword } from '#kernel';
import { walk } from './walk.js';
import { WalkFailure } from './walk-api.js';
import { terminal } from './walk-terminal.js';

/** `npm run demo`: walks the main job against a running system. Exits with 1 when anything is not as the story says. */
async function main(): Promise<void> {
  const base = (process.env['BASE_URL'] ?? `http://localhost:${process.env['PORT'] ?? 3000}`).replace(/\/+$/, '');
  const write = (text: string) => process.stdout.write(text);
  write(`\n 通删 Tongshan · ${base}\n`);
  try {
    await walk(
      {
        base,
        dataFolder: process.env['DATA_DIR'] ?? './data',
        password: process.env['DEMO_PASSWORD'] ?? wellKnownDemoPassword,
      },
      terminal(write),
    );
    write('\n ✓  一切如上所述 · All of it happened as told\n\n');
  } catch (failure) {
    if (!(failure instanceof WalkFailure)) throw failure;
    process.stderr.write(`\n ✗  ${failure.message}\n\n`);
    process.exitCode = 1;
  }
}

await main();
