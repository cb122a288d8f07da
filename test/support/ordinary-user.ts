import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { transform } from '@swc/core';

const root = resolve(import.meta.dirname, '../..');

/** Copies a package with all that it needs, from wherever npm put it. */
async function copyPackage(name: string, from: string, modules: string, done = new Set<string>()): Promise<void> {
  if (done.has(name)) return;
  done.add(name);
  const places = createRequire(from).resolve.paths(name) ?? [];
  for (const folder of places.map((place) => join(place, name))) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    await cp(folder, join(modules, name), { recursive: true, verbatimSymlinks: true });
    const needs = JSON.parse(text) as Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>;
    for (const next of Object.keys({ ...needs.dependencies, ...needs.optionalDependencies })) {
      await copyPackage(next, join(folder, 'package.json'), modules, done);
    }
    return;
  }
}

/**
 * Puts Node, a folder of our sources (compiled) and the packages it uses where every user can read them: when the tests
 * run as root, the checkout itself may be closed to others.
 * @returns the paths of the copied Node and of the copied folder
 */
export async function copyForEveryone(sources: string, packages: readonly string[], to: string) {
  const { exclude: _left, $schema: _schema, ...swc } = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  const node = join(to, 'node');
  await cp(process.execPath, node, { dereference: true });
  for (const name of packages) await copyPackage(name, join(root, 'package.json'), join(to, 'node_modules'));
  await writeFile(join(to, 'package.json'), '{ "type": "module" }');
  const folder = join(to, sources);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(join(root, sources))) {
    const filename = join(root, sources, name);
    const options = { ...swc, swcrc: false, configFile: false, sourceMaps: false, filename };
    const { code } = await transform(await readFile(filename, 'utf8'), options);
    await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  return { node, folder };
}

/** Some user of this machine that is neither root nor the one that PostgreSQL runs as when started by root. */
export async function someOrdinaryUser(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = lines.find(([name, , uid]) => Number(uid) > 0 && name !== 'postgres' && name !== 'tongshan');
  if (!found) throw new Error('this machine has no ordinary user');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
