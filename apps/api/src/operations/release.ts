import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const startedAt = new Date(Date.now() - process.uptime() * 1000);
const version = versionIn(dirname(fileURLToPath(import.meta.url)));

/** Which release answers, and since when this process runs. */
export function release(): { version: string; startedAt: Date } {
  return { version, startedAt };
}

/** As package.json says it, which lies above the sources as above their compiled copies in dist/. */
function versionIn(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const above = dirname(folder);
  if (above === folder) throw new Error('The package root (the folder of package.json) was not found');
  return versionIn(above);
}
