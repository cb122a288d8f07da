import { stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresStartError } from './postgres-start-error.js';

const ASK_MS = 1_000;

/**
 * A name that only one process can listen on, for the folder itself rather than its path. On Linux and Windows the
 * system forgets it with the process, however that ends; elsewhere it is a socket file, dead when nobody answers.
 */
async function nameOf(folder: string): Promise<{ name: string; isFile: boolean }> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `tongshan-${dev}-${ino}`;
  if (process.platform === 'linux') return { name: `\0${name}`, isFile: false };
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\${name}`, isFile: false };
  return { name: join(tmpdir(), `${name}.sock`), isFile: true };
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.on('error', () => undefined).end(String(process.pid)));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server.unref()));
  });
}

/** @returns what the holder says (its process id), '' when it says nothing in time, undefined when there is none */
function askHolder(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(name).setTimeout(ASK_MS);
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('timeout', () => {
      resolve(said);
      socket.destroy();
    });
    socket.on('end', () => resolve(said));
    socket.on('error', () => resolve(undefined));
  });
}

/**
 * Claims the folder for this process until the returned function is called or the process ends, even by kill -9.
 * @throws PostgresStartError when another process holds it
 */
export async function claimFolder(folder: string, dataFolder: string): Promise<() => Promise<void>> {
  const { name, isFile } = await nameOf(folder);
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(name);
    if (server) {
      return () => new Promise((resolve) => server.close(() => resolve()));
    }
    const holder = await askHolder(name);
    if (holder !== undefined) {
      const who = holder ? `process ${holder}` : 'another process';
      throw new PostgresStartError(
        `The data folder ${dataFolder} is in use by a running Tongshan (${who}): stop that one, or set another DATA_DIR.`,
      );
    }
    if (isFile) await unlink(name).catch(() => undefined);
    await pause(50 + Math.random() * 100);
  }
  throw new PostgresStartError(
    `The data folder ${dataFolder} is in use by another process that is starting or stopping.`,
  );
}
