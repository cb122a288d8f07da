import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PostgresStartError } from './postgres-start-error.js';

const LOOPBACK = '127.0.0.1';

/** @returns the port that could be listened on (any free one for 0), or undefined when it is taken */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** The wanted port; otherwise the one used last, if it is still free; otherwise any free one. Remembers its choice. */
export async function choosePort(folder: string, wanted?: number): Promise<number> {
  const file = join(folder, 'port');
  if (wanted !== undefined && wanted !== 0) {
    if (await tryPort(wanted)) return wanted;
    throw new PostgresStartError(`PostgreSQL: port ${wanted} on ${LOOPBACK} is taken by another program.`);
  }
  const last = Number(await readFile(file, 'utf8').catch(() => '0'));
  const usable = Number.isInteger(last) && last > 0 && last < 65_536;
  const port = (usable && (await tryPort(last))) || (await tryPort(0));
  if (!port) throw new PostgresStartError(`PostgreSQL: no free port on ${LOOPBACK}.`);
  await writeFile(file, `${port}\n`);
  return port;
}
