// Run by the tests as a process of its own: receives the text it is given as one upload and keeps it, in the folder and
// the database of its environment. Waits for a line on its input first, so that several can start at once.
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { keepContent, openObjectStore, receiveFile } from '#evidence';
import { databaseOptions } from '#database';
import { DataSource } from 'typeorm';

const [evidenceFolder, databaseUrl, text] = process.argv.slice(2) as [string, string, string];
const database = await new DataSource(
  databaseOptions(databaseUrl, [], { poolSize: 2, applicationName: 'test' }),
).initialize();
const store = openObjectStore({ evidenceFolder, objectStore: null });
console.log('ready');
await once(process.stdin, 'data');
for (let round = 0; round < 20; round++) {
  const content = Readable.from([Buffer.from(`${text} ${round}\n`), Buffer.alloc(200_000, 'evidence\n')]);
  await keepContent(database, store, await receiveFile(content, evidenceFolder, 1_000_000), 'a.txt');
}
await database.destroy();
process.exit(0);
