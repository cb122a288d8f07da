import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../house/source-tree.js';
import { freePort } from '../standalone/run-standalone.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startProgram } from '../support/program.js';

const run = promisify(execFile);
const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

const mistaken = `import { createClient } from '@tongshan/client';
export const decide = (itemId: string) =>
  createClient({ baseUrl: '' }).post('/v1/notices/{id}/decisions', {
    params: { path: { id: '1' } },
    // @ts-expect-error -- no such outcome
    body: { decisions: [{ itemId, outcome: 'vanished' }] },
  });
`;

/** A stranger's project: outside the repository, with the package and what it says that it needs. */
let project: string;
let app: TestApp;
/** Of the compiler. */
let complaints: string;
let client: { dependencies: Record<string, string> };

const { NODE_OPTIONS: _ofJest, ...environment } = process.env;
beforeAll(async () => {
  app = await startTestApp();
  project = await mkdtemp(join(tmpdir(), 'tongshan-stranger-'));
  const built = join(project, 'built');
  await run(process.execPath, [join(root, 'libs/client/build-package.mjs'), built]);
  const pack = ['pack', built, '--pack-destination', project, '--json', '--offline', '--ignore-scripts'];
  const [{ filename }] = JSON.parse((await run('npm', pack, { env: environment })).stdout);
  const installed = join(project, 'node_modules/@tongshan/client');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components=1']);
  client = await readJson(join(installed, 'package.json'));
  for (const name of [...Object.keys(client.dependencies), '@types/node']) {
    await mkdir(dirname(join(project, 'node_modules', name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
  const [answer, receive] = (await readFile(join(installed, 'README.md'), 'utf8'))
    .split('```ts\n')
    .slice(1)
    .map((part) => part.split('```')[0]!) as [string, string];
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    outDir: 'out',
    rootDir: '.',
  };
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  await writeFile(join(project, 'answer.ts'), answer);
  await writeFile(join(project, 'receive.ts'), receive);
  await writeFile(join(project, 'mistaken.ts'), mistaken);
  complaints = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  );
}, 240_000);
afterAll(async () => {
  await app.close();
  await rm(project, { recursive: true, force: true });
});

describe('the client as a package', () => {
  it('needs the two libraries that this repository itself is tested with', async () => {
    const { dependencies } = await readJson(join(root, 'package.json'));
    expect(Object.keys(client.dependencies)).toEqual(['openapi-fetch', 'standardwebhooks']);
    expect(dependencies).toMatchObject(client.dependencies);
  });

  it('compiles in a strict project of strangers, whose mistakes its types see', () => {
    expect(complaints).toBe('');
  });

  it('answers a notice and reads a signed message by what its README says', async () => {
    const port = await freePort();
    const wish = { url: `http://127.0.0.1:${port}/`, events: ['notice.served'] };
    const { body: endpoint } = await app.by('platform').post('/v1/webhook-endpoints', wish);
    const secret = { TONGSHAN_WEBHOOK_SECRET: endpoint.secret, PORT: String(port) };
    const receiver = startProgram([process.execPath, join(project, 'out/receive.js')], secret);
    try {
      await receiver.listens(port);
      const filed = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
      const [notice] = filed.body.notices;
      await receiver.says(`notice.served ${app.configuration.publicUrl}/v1/notices/${notice.id}`);
      const known = { TONGSHAN_URL: app.url, TONGSHAN_KEY: app.keys['platform@demo.test']! };
      const answer = await run(process.execPath, [join(project, 'out/answer.js')], {
        env: { ...environment, ...known },
      });
      expect([answer.stdout, answer.stderr]).toEqual([`${notice.number} decided\n`, '']);
    } finally {
      await receiver.close();
    }
  });
});
