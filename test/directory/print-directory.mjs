// A process of its own with a copy of the directory: answers every line of its input with what it sees at that moment.
import { createInterface } from 'node:readline';
import { databaseOptions } from '#database';
import { directoryEntities, directorySnapshot } from '#directory';
import { DataSource } from 'typeorm';

const dataSource = await new DataSource(databaseOptions(process.argv[2], directoryEntities)).initialize();
process.stdout.write('ready\n');
for await (const slug of createInterface({ input: process.stdin })) {
  const { version, platforms, bySlug } = await directorySnapshot(dataSource);
  const { name = null, hosts = [] } = bySlug.get(slug) ?? {};
  process.stdout.write(`${JSON.stringify({ version: String(version), platforms: platforms.size, name, hosts })}\n`);
}
await dataSource.destroy();
