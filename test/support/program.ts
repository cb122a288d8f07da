import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually } from './app.js';

/** A program of somebody else, in a process of its own. */
export interface Program {
  /** Waits until it has written a text, on either stream. @throws with what it wrote instead */
  says(text: string): Promise<void>;
  /** Waits until a port of the loopback address answers. */
  listens(port: number): Promise<void>;
  close(): Promise<void>;
}

export function startProgram(
  [command, ...words]: readonly [string, ...string[]],
  environment: Record<string, string>,
  folder?: string,
): Program {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const child = spawn(command, words, { cwd: folder, env: { ...inherited, ...environment } });
  const ended = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const until = (isSo: () => Promise<boolean> | boolean) =>
    eventually(async () => isSo(), 20).catch((failure) => {
      throw new Error(`${failure.message}; the program wrote: ${said}`);
    });
  return {
    says: async (text) => void (await until(() => said.includes(text))),
    listens: async (port) => void (await until(() => answers(port))),
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
