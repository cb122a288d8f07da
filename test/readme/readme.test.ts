import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { demoPeople } from '../../apps/standalone/src/demo/demo-people.js';
import { root } from '../house/source-tree.js';
import { demoKeysOf, freePort, type Standalone, startStandalone } from '../standalone/run-standalone.js';
import { reachableFolder } from '../support/test-server.js';

jest.setTimeout(120_000);

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const walk = readme.split('<!-- walk:')[1]!.split('<!-- end of the walk -->')[0]!;

/** The walk's commands, each with the output that the page shows below it ('' where it shows none). */
const steps = walk
  .split('```bash\n')
  .slice(1)
  .map((part) => {
    const [commands, after] = part.split('```\n') as [string, string];
    return { commands, shown: /^\s*```text\n([^]*?)```/.exec(part.slice(commands.length + 4))?.[1] ?? '', after };
  });

/** Numbers, instants and hashes are other ones in every run. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/\bN-\d{4}-\d{6}\b/g, 'N-YEAR-NUMBER')
    .replaceAll(/\bfilm-\d+\b/g, 'film-TIME')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(/\b\d{1,2} \w+ \d{4} at \d\d:\d\d:\d\d\b/g, 'INSTANT');
}

async function run(command: string, args: string[], environment: Record<string, string>) {
  const { NODE_OPTIONS: _ofJest, PORT: _port, ...inherited } = process.env;
  const child = spawn(command, args, { cwd: root, env: { ...inherited, ...environment } });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part) => (complained += part));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said, complained };
}

const demo = (environment: Record<string, string>) =>
  run(process.execPath, ['dist/apps/standalone/src/demo/main.js'], environment);

describe('what a newcomer meets first', () => {
  let dataFolder: string;
  let standalone: Standalone;
  beforeAll(async () => {
    dataFolder = await reachableFolder();
    standalone = await startStandalone({ dataFolder, port: await freePort() });
  });
  afterAll(async () => {
    standalone?.child.kill('SIGINT');
    await standalone?.ended;
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('the walk with curl does what the README shows, from the complaint to the escalation', async () => {
    expect(steps.length).toBeGreaterThanOrEqual(6);
    const script = steps.map(({ commands }) => `${commands}\necho '--- end of step'`).join('\n');
    const environment = { BASE: standalone.base, DATA_DIR: dataFolder };
    const { code, said, complained } = await run('bash', ['-euo', 'pipefail', '-c', script], environment);
    expect(complained).toBe('');
    expect(code).toBe(0);
    const printed = said.split('--- end of step\n').slice(0, -1);
    expect(printed.map(withoutChance)).toEqual(steps.map(({ shown }) => withoutChance(shown)));

    const { 'regulator@demo.test': key } = await demoKeysOf(dataFolder);
    const answer = await fetch(`${standalone.base}/v1/escalations`, { headers: { authorization: `Bearer ${key}` } });
    const { data } = (await answer.json()) as any;
    expect(data).toMatchObject([{ state: 'open', reasons: ['takedown_overdue'], platform: { name: '百度网盘' } }]);
  });

  it.each(['once', 'and once more'])('npm run demo walks the story %s', async () => {
    const { code, said, complained } = await demo({ BASE_URL: standalone.base, DATA_DIR: dataFolder });
    expect(complained).toBe('');
    expect(code).toBe(0);
    for (const words of [
      '→ served · 百度网盘',
      '→ unrouted',
      '→ unreadable',
      '→ verified',
      'breached 100 %',
      'open, takedown_overdue',
    ])
      expect(said).toContain(words);
    expect(said).toContain('All of it happened as told');
  });

  it('npm run demo signs in where it cannot read the keys, and leaves no endpoint behind', async () => {
    const { code, complained } = await demo({ BASE_URL: standalone.base, DATA_DIR: join(dataFolder, 'elsewhere') });
    expect(complained).toBe('');
    expect(code).toBe(0);
    const { 'platform2@demo.test': key } = await demoKeysOf(dataFolder);
    const answer = await fetch(`${standalone.base}/v1/webhook-endpoints`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await answer.json()).toMatchObject({ data: [] });
  });

  it('npm run demo fails clearly where nothing answers, and where the password is another', async () => {
    const nobody = await demo({ BASE_URL: `http://127.0.0.1:${await freePort()}`, DATA_DIR: dataFolder });
    expect(nobody).toMatchObject({ code: 1, complained: expect.stringContaining('npm start') });
    const stranger = await demo({
      BASE_URL: standalone.base,
      DATA_DIR: join(dataFolder, 'elsewhere'),
      DEMO_PASSWORD: 'wrong',
    });
    expect(stranger).toMatchObject({
      code: 1,
      complained: expect.stringContaining('POST /v1/auth/login answered 401'),
    });
  });
});

describe('the README', () => {
  it('names every demo account with its group', () => {
    for (const { email, group } of demoPeople) expect(readme).toMatch(new RegExp(`\`${email}\` *\\| *${group} *\\|`));
  });

  it('points only to what is there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);
    const folders = [...readme.matchAll(/^((?:apps|libs|migrations|test|docs)[\w/]*) /gm)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(8);
    expect([...links, ...folders].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
