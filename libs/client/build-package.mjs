// The client as a package that others can install: compiled into dist/client, or into the folder that is named.
import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');
const folder = resolve(process.argv[2] ?? join(root, 'dist/client'));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', here, '--outDir', folder], { stdio: 'inherit' });
for (const file of ['libs/client/package.json', 'libs/client/README.md', 'libs/client/src/schema.d.ts', 'LICENSE']) {
  copyFileSync(join(root, file), join(folder, basename(file)));
}
