import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { eventCatalogue } from '../../apps/api/src/webhooks/event-catalogue.js';
import { strangerProject, type StrangerProject } from '../client/stranger-project.js';
import { root } from '../house/source-tree.js';
import { expectAsShown, stepsOf } from '../readme/walk.js';
import { freePort } from '../standalone/run-standalone.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startProgram } from '../support/program.js';

jest.setTimeout(120_000);

const guide = join(root, 'docs/integration');
const read = (path: string) => readFile(join(guide, path), 'utf8');
const mistaken = `import { createClient } from '@tongshan/client';
export const decide = (itemId: string) =>
  createClient({ baseUrl: '' }).post('/v1/notices/{id}/decisions', {
    params: { path: { id: '1' } },
    // @ts-expect-error -- no such outcome
    body: { decisions: [{ itemId, outcome: 'vanished' }] },
  });
`;

let app: TestApp;
let project: StrangerProject;
/** As `npm start` leaves it: the keys of the demo accounts are in it. */
let dataFolder: string;
beforeAll(async () => {
  app = await startTestApp();
  dataFolder = await mkdtemp(join(tmpdir(), 'tongshan-data-'));
  await writeFile(join(dataFolder, 'demo-keys.json'), JSON.stringify(app.keys));
  const work = await read('examples/typescript/work.ts');
  project = await strangerProject({ work, receive: await read('examples/typescript/receive.ts'), mistaken });
}, 600_000);
afterAll(async () => {
  await app.close();
  await project.remove();
  await rm(dataFolder, { recursive: true, force: true });
});

const asPlatform = () => ({ TONGSHAN_URL: app.url, TONGSHAN_KEY: app.keys['platform@demo.test']! });
const fileOne = async () => (await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]))).body;

describe('the first five minutes', () => {
  it('go as the page tells them, from the key to the events that a stopped receiver missed', async () => {
    const steps = stepsOf(await read('en/README.md'));
    expect(steps).toHaveLength(6);
    await expectAsShown(steps, {
      TONGSHAN_URL: app.url,
      DATA_DIR: dataFolder,
      RECEIVER_PORT: String(await freePort()),
      RUN_TS: `${process.execPath} --import ${join(root, 'test/support/register-source.mjs')}`,
    });
  });
});

describe('the client as a package', () => {
  it('needs the two libraries that this repository itself is tested with', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(project.dependencies)).toEqual(['openapi-fetch', 'standardwebhooks']);
    expect(dependencies).toMatchObject(project.dependencies);
  });

  it('compiles in a strict project of strangers, whose mistakes its types see', () => {
    expect(project.complaints).toBe('');
  });

  it('answers notices and reads a signed message by what its README says', async () => {
    const port = await freePort();
    const wish = { url: `http://127.0.0.1:${port}/`, events: ['notice.served'] };
    const { body: endpoint } = await app.by('platform').post('/v1/webhook-endpoints', wish);
    const secret = { TONGSHAN_WEBHOOK_SECRET: endpoint.secret, PORT: String(port) };
    const receiver = startProgram([process.execPath, project.pathOf('readme-2')], secret);
    try {
      await receiver.listens(port);
      const [notice] = (await fileOne()).notices;
      await receiver.says(`notice.served ${app.configuration.publicUrl}/v1/notices/${notice.id}`);
      const { stdout, stderr } = await project.run('readme-1', asPlatform());
      expect([stdout, stderr]).toEqual([expect.stringContaining(`${notice.number} decided\n`), '']);
    } finally {
      await receiver.close();
    }
  });
});

describe('the examples', () => {
  it('in TypeScript answer what waits, and catch up once', async () => {
    const filed = await fileOne();
    const first = await project.run('work', asPlatform());
    expect(first.stdout).toContain(`${filed.notices[0].number} decided\n`);
    expect(first.stdout).toContain(`notice.served ${filed.notices[0].id}\n`);
    const again = await project.run('work', asPlatform());
    // what its own answer caused may have come in only now; what was read is not read again
    expect(again.stdout).not.toContain('notice.served');
  });

  it('for curl verify the message in the text, and nothing that was changed', async () => {
    const vector = /```bash\n(export TONGSHAN_WEBHOOK_SECRET=[^]*?)```\s+```text\n([^]*?)```/;
    const [, commands, shown] = vector.exec(await read('en/going-live.md'))!;
    await expectAsShown([{ commands: commands!, shown: shown! }], {});
    const verify = (script: string) => spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
    expect(verify(commands!.replace('{"type"', '{"Type"'))).toMatchObject({ status: 1, stderr: 'no signature fits\n' });
    expect(verify(commands!.replace('NOW=1', 'NOW=2'))).toMatchObject({ status: 1, stderr: 'too old or too new\n' });
  });

  const has = (command: string, word: string) => !spawnSync(command, [word]).error;
  const expectGood = (command: string, words: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, words, { cwd: join(guide, 'examples'), encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  };

  (has('python3', '--version') ? it : it.skip)('in Python can be read', () => {
    const parse = 'import ast, sys; [ast.parse(open(path).read(), path) for path in sys.argv[1:]]';
    expectGood('python3', ['-c', parse, 'python/receive.py', 'python/work.py']);
  });

  (has('javac', '-version') ? it : it.skip)('in Java compile, but for the libraries that they name', async () => {
    const folder = join(dataFolder, 'java');
    await mkdir(join(folder, 'com/standardwebhooks'), { recursive: true });
    const library = `package com.standardwebhooks; public final class Webhook { public Webhook(String secret) {}
      public void verify(String payload, java.net.http.HttpHeaders headers) throws Exception {} }`;
    await writeFile(join(folder, 'com/standardwebhooks/Webhook.java'), library);
    expectGood('javac', ['-d', join(folder, 'out'), '-sourcepath', folder, 'java/Receive.java']);
  });

  (has('gofmt', '-h') ? it : it.skip)('in Go can be read, and are set as Go sets them', () => {
    expectGood('gofmt', ['-l', 'go']);
  });
});

it('the page of events names whatever an event of these matters has told', async () => {
  const told = await app.database.query<Array<{ type: keyof typeof eventCatalogue; members: string[] }>>(
    `select type, array_agg(distinct member) as members from events, jsonb_object_keys(payload::jsonb -> 'data') member
     where type = any($1) group by type`,
    [Object.keys(eventCatalogue)],
  );
  expect(told.length).toBeGreaterThan(3);
  for (const { type, members } of told) {
    const known: readonly string[] = eventCatalogue[type].details;
    expect([type, members.filter((member) => !known.includes(member))]).toEqual([type, []]);
  }
});
