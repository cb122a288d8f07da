import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../house/source-tree.js';

/** Commands that a page tells its reader to give, with the output that it shows below them ('' where it shows none). */
export interface WalkStep {
  commands: string;
  shown: string;
}

/** The steps of the walk in a page. */
export function stepsOf(page: string): WalkStep[] {
  const walk = page.split('<!-- walk:')[1]!.split('<!-- end of the walk -->')[0]!;
  return walk
    .split('```bash\n')
    .slice(1)
    .map((part) => {
      const [commands] = part.split('```\n') as [string];
      return { commands, shown: /^\s*```text\n([^]*?)```/.exec(part.slice(commands.length + 4))?.[1] ?? '' };
    });
}

/** Numbers, instants and hashes are other ones in every run. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/\bN-\d{4}-\d{6}\b/g, 'N-YEAR-NUMBER')
    .replaceAll(/\bfilm-\d+\b/g, 'film-TIME')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(/\b\d{1,2} \w+ \d{4} at \d\d:\d\d:\d\d\b/g, 'INSTANT');
}

/** Gives the commands in one shell, at the root of the repository; what they print is what the page shows. */
export async function expectAsShown(steps: readonly WalkStep[], environment: Record<string, string>): Promise<void> {
  const script = steps.map(({ commands }) => `${commands}\necho '--- end of step'`).join('\n');
  const leaveNothing = `trap 'kill $(jobs -p) 2> /dev/null || true' EXIT`;
  const words = ['--norc', '-euo', 'pipefail', '-c', `${leaveNothing}\n${script}`];
  const { code, said, complained } = await run('bash', words, environment);
  expect(complained).toBe('');
  expect(code).toBe(0);
  const printed = said.split('--- end of step\n').slice(0, -1);
  expect(printed.map(withoutChance)).toEqual(steps.map(({ shown }) => withoutChance(shown)));
}

/** Runs a program to its end, 100 seconds at most. */
export async function run(command: string, args: string[], environment: Record<string, string>) {
  const { NODE_OPTIONS: _ofJest, PORT: _port, ...inherited } = process.env;
  const child = spawn(command, args, { cwd: root, env: { ...inherited, ...environment }, timeout: 100_000 });
  child.stdin.end();
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part) => (complained += part));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said, complained };
}
