import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { demoPeople } from '../../apps/standalone/src/demo/demo-people.js';
import { root } from '../house/source-tree.js';
import { demoKeysOf, freePort, type Standalone, startStandalone } from '../standalone/run-standalone.js';
import { reachableFolder } from '../support/test-server.js';
import { expectAsShown, run, stepsOf } from './walk.js';

jest.setTimeout(120_000);

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const steps = stepsOf(readme);

const demo = (environment: Record<string, string>) =>
  run(process.execPath, ['dist/apps/standalone/src/demo/main.js'], environment);

/** The numbered steps of the demo, each with what it says. */
function partsOf(said: string): Record<string, string> {
  const parts = said.split(/^ (\d+)  /m).slice(1);
  return Object.fromEntries(parts.flatMap((number, place) => (place % 2 === 0 ? [[number, parts[place + 1]!]] : [])));
}

const day = String.raw`\d\d-\d\d`;
const says = (...lines: string[]) => expect.stringMatching(new RegExp(lines.join('[^]*')));

/** The second part of the demo: each step with its clock, its article, who may act next, and no second time. */
const protests = {
  10: says(
    '→ deficient',
    'cn.reg468 .*第14条',
    'cn.ecl .*第42条',
    '→ filed: 百度网盘',
    'the supplement → 409 wrong_state',
  ),
  11: says('Ed25519.*→ valid', '→ signature_mismatch', String.raw`document\.pdf → \d+ pages, [\d,]+ bytes`),
  12: says(
    String.raw`cn\.reg468\.restore until .*→ running, (1 d 0 h|23 h \d+ min) left`,
    '信息网络传播权保护条例 第17条',
    'restore_due → platform: .*restore',
    'the statement → 409 wrong_state',
  ),
  13: says('restored at', '→ met', 'the restoration → 409 wrong_state', '→ refused_second_notice', '第17条'),
  14: says(
    `cn.ecl.wait until ${day} 24:00 → running, 15 d \\d+ h left; days skipped: none`,
    String.raw`电子商务法 第43条 \(statutory\)`,
    'rights holder: prove_proceeding, extend_wait',
    'the statement → 409 wrong_state',
    'the first arrival stands',
  ),
  15: says('listing A', 'cn.ecl.wait .*→ met', '第43条', 'item held', 'the proof → 409 already_exists'),
  16: says('并非国务院办公厅的通知', `→ running.*${day} 演示假日, ${day} 演示假日`, 'the paper → 409 already_exists'),
  17: says('listing B', `received ${day} 23:30`, '→ met; .*演示假日', 'item held', 'the proof → 409 already_exists'),
  18: says('409 wait_over', 'cn.ecl.restore until .*→ running', 'item restored, clock met', '→ 409 wrong_state'),
};

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
    await expectAsShown(steps, { BASE: standalone.base, DATA_DIR: dataFolder });

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
    expect(partsOf(said)).toMatchObject({ ...protests, 19: says('→ holds', '→ is in it', 'npm run verify → .*whole') });
  });

  it('npm run demo signs in where it cannot read the keys, and leaves no endpoint behind', async () => {
    const { code, said, complained } = await demo({
      BASE_URL: standalone.base,
      DATA_DIR: join(dataFolder, 'elsewhere'),
    });
    expect(complained).toBe('');
    expect(code).toBe(0);
    expect(said).not.toContain('npm run verify →'); // that record is out of reach
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
