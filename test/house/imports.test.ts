import { faultsOfCircles, faultsOfDirection, faultsOfLanguage, faultsOfShape } from './laws.js';
import { readSource, readTree } from './source-tree.js';

const product = readTree('apps', 'libs', 'migrations');

describe('the product', () => {
  it('was found', () => {
    expect(product.length).toBeGreaterThan(100);
  });

  it('imports downwards only, and through the door', () => {
    expect(faultsOfDirection(product)).toEqual([]);
  });

  it('speaks HTTP and queue only where they belong, and keeps domain/ pure', () => {
    expect(faultsOfLanguage(product)).toEqual([]);
  });

  it('has no circles of imports', () => {
    expect(faultsOfCircles(product)).toEqual([]);
  });

  it('has names that say something, short files, one door a library', () => {
    expect(faultsOfShape([...product, ...readTree('test')])).toEqual([]);
  });
});

describe('the laws see', () => {
  const seen = (law: (sources: ReturnType<typeof readSource>[]) => string[], path: string, text: string) =>
    law([readSource(path, text)]);

  it.each([
    ['an import upwards', 'libs/directory/src/a.ts', `import { fileComplaint } from '#intake';`, 'points up'],
    ['an import upwards in row 0', 'libs/kernel/src/a.ts', `import { appendEvents } from '#events';`, 'points up'],
    ['an import sideways', 'libs/webhooks/src/a.ts', `import type { Letter } from '#mail';`, 'sideways'],
    ['an import of a type in an expression', 'libs/webhooks/src/a.ts', `type L = import('#mail').Letter;`, 'sideways'],
    ['a re-export sideways', 'libs/law/src/a.ts', `export { readTargets } from '#targets';`, 'sideways'],
    ['an import past the door', 'apps/api/src/a.ts', `import { x } from '#notices/domain/lifecycle';`, 'deeper'],
    ['a path into a library', 'libs/intake/src/a.ts', `import { x } from '../../law/src/index.js';`, 'by path'],
    ['a library importing itself', 'libs/law/src/a.ts', `import { regimes } from '#law';`, 'the library itself'],
    [
      'a library importing an application',
      'libs/law/src/a.ts',
      `import { x } from '../../../apps/api/src/b.js';`,
      'up',
    ],
    [
      'an application importing its neighbour',
      'apps/worker/src/a.ts',
      `import { x } from '../../api/src/b.js';`,
      'side',
    ],
    ['the console importing a library', 'apps/console/src/a.ts', `import { year } from '#kernel';`, 'outside the rows'],
    ['the client importing a library', 'libs/client/src/a.ts', `import { year } from '#kernel';`, 'outside the rows'],
    ['the product importing its client', 'apps/api/src/a.ts', `import { createClient } from '#client';`, 'outside'],
    ['a migration importing the product', 'migrations/0001-a.ts', `import { newId } from '#kernel';`, 'stand alone'],
    ['a lazy import', 'libs/intake/src/a.ts', `const x = await import('#law');`, 'run time'],
    ['a library without a row', 'libs/novelty/src/a.ts', `import { newId } from '#kernel';`, 'no row'],
  ])('%s', (_name, path, text, words) => {
    expect(seen(faultsOfDirection, path, text)).toEqual([expect.stringContaining(words)]);
  });

  it('nothing wrong in an import downwards', () => {
    expect(seen(faultsOfDirection, 'libs/notices/src/a.ts', `import { newId } from '#kernel';`)).toEqual([]);
    expect(seen(faultsOfDirection, 'apps/standalone/src/a.ts', `import { b } from '../../api/src/b.js';`)).toEqual([]);
  });

  it('nothing wrong in a demo that speaks by the client, as any program outside would', () => {
    const demo = `import { createClient } from '#client';`;
    expect(seen(faultsOfDirection, 'apps/standalone/src/demo/a.ts', demo)).toEqual([]);
  });

  it.each([
    ['HTTP in a library', 'libs/law/src/a.ts', `import type { FastifyRequest } from 'fastify';`],
    ['an HTTP exception in a library', 'libs/law/src/a.ts', `import { HttpException } from '@nestjs/common';`],
    ['the queue in a controller', 'apps/api/src/a.ts', `import { run } from 'graphile-worker';`],
    ['SQL of the queue', 'libs/mail/src/a.ts', 'const sql = `select graphile_worker.add_job($1)`;'],
    ['a rule that asks the database', 'libs/law/src/domain/a.ts', `import type { Tx } from '#database';`],
    ['a rule that reads the clock', 'libs/law/src/domain/a.ts', `const at = new Date();`],
    ['forwardRef', 'apps/api/src/a.ts', `import { forwardRef } from '@nestjs/common';`],
  ])('%s', (_name, path, text) => {
    expect(seen(faultsOfLanguage, path, text)).toHaveLength(1);
  });

  it('a circle', () => {
    const a = readSource('libs/law/src/a.ts', `import { b } from './b.js';`);
    const b = readSource('libs/law/src/b.ts', `import { c } from './domain/c.js';`);
    const c = readSource('libs/law/src/domain/c.ts', `import type { A } from '../a.js';`);
    expect(faultsOfCircles([a, b, c])).toHaveLength(1);
    expect(faultsOfCircles([a, b])).toEqual([]);
  });

  it.each([
    ['a file that is too long', 'apps/api/src/a.ts', 'export {};\n'.repeat(301)],
    ['a file of helpers', 'apps/api/src/date-helpers.ts', 'export {};'],
    ['a file not in kebab-case', 'apps/api/src/dateText.ts', 'export {};'],
    ['a manager', 'apps/api/src/a.ts', 'export class NoticeManager {}'],
    ['a verb that says nothing', 'apps/api/src/a.ts', 'export function processNotice() {}'],
    ['a default export', 'apps/api/src/a.ts', 'export default function serve() {}'],
    ['a default export by name', 'apps/api/src/a.ts', 'const a = 1;\nexport default a;'],
  ])('%s', (_name, path, text) => {
    expect(seen(faultsOfShape, path, text)).toHaveLength(1);
  });

  it.each([
    ['a library without a door', 'libs/law/src/a.ts', 'export {};', 'no src/index.ts'],
    ['a service in a library', 'libs/law/src/a.ts', 'export class LawService {}', 'a service'],
    ['export * in a library', 'libs/law/src/a.ts', `export * from './b.js';`, 'export *'],
    ['a barrel', 'libs/law/src/domain/index.ts', `export { b } from './b.js';`, 'a second door'],
  ])('%s', (_name, path, text, words) => {
    expect(seen(faultsOfShape, path, text)).toContainEqual(expect.stringContaining(words));
  });
});
