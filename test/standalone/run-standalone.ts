import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../house/source-tree.js';

const mainFile = 'dist/apps/standalone/src/main.js';

export interface Standalone {
  base: string;
  child: ChildProcess;
  /** All that it has written so far, on both streams. */
  said(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

export interface Run {
  dataFolder: string;
  port: number;
  environment?: Record<string, string>;
  /** Who runs it and from where: another user, from a copy that he can read. */
  as?: { node: string; folder: string; uid: number; gid: number };
}

/** The compiled product as `npm start` runs it; built when that has not been done. Does not wait. */
export function runStandalone({ dataFolder, port, environment, as }: Run): Standalone {
  build();
  const { NODE_OPTIONS: _ofJest, DATABASE_URL: _other, ...inherited } = process.env;
  const child = spawn(as?.node ?? process.execPath, ['--enable-source-maps', join(as?.folder ?? root, mainFile)], {
    cwd: as?.folder ?? root,
    env: { ...inherited, DATA_DIR: dataFolder, PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as && { uid: as.uid, gid: as.gid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { base: `http://127.0.0.1:${port}`, child, said: () => said, ended };
}

/** Started, and everything in it answers. @throws with what it said when it ends instead */
export async function startStandalone(run: Run): Promise<Standalone> {
  const standalone = runStandalone(run);
  let code: number | null | undefined;
  void standalone.ended.then((given) => (code = given));
  while (!standalone.said().includes('npm run demo')) {
    if (code !== undefined) throw new Error(`it ended with ${code}: ${standalone.said()}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return standalone;
}

export async function demoKeysOf(dataFolder: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(dataFolder, 'demo-keys.json'), 'utf8'));
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function build(): void {
  if (existsSync(join(root, mainFile))) return;
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}
