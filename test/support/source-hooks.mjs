import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../../', import.meta.url);
const { exclude: _left, $schema: _schema, ...swc } = JSON.parse(await readFile(new URL('.swcrc', root), 'utf8'));

/** Our own relative imports name the compiled file, and `#name` has the sources under a condition of its own. */
export async function resolve(specifier, context, next) {
  if (context.parentURL?.endsWith('.ts')) {
    if (specifier.startsWith('#'))
      return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
    if (/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier.replace(/\.js$/, '.ts'), context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(root.href) || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...swc,
    swcrc: false,
    configFile: false,
    filename,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
