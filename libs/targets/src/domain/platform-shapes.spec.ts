import { readFileSync } from 'node:fs';
import { buildHostDirectory, isUnreadable, readTargets } from '../index.js';
import { PLATFORM_SHAPES } from './platform-shapes.js';

type Case = [slug: string, text: string, type: string, id: string | null, more?: Record<string, string>];
const cases = JSON.parse(readFileSync(new URL('../platform-addresses.json', import.meta.url), 'utf8')) as Case[];
const platforms = readFileSync(new URL('../../../directory/data/platforms.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([slug = '', , , , hosts = '']) => ({ slug, hosts: hosts.split(';') }));
const directory = buildHostDirectory(platforms);

it.each(cases)('reads on %s: %s', (slug, text, contentType, contentId, more = {}) => {
  const entries = readTargets(text, directory);
  expect(entries).toHaveLength(1);
  const [target] = entries;
  if (!target || isUnreadable(target)) throw new Error(`unreadable: ${target?.detail}`);
  const { accountRef, part, accessCode } = target;
  const found = { slug: target.platformSlug, contentType: target.contentType, contentId: target.contentId };
  expect({ ...found, accountRef, part, accessCode }).toEqual({ slug, contentType, contentId, ...more });
});

it('has shapes and an example for every platform of the directory, and for no other', () => {
  const slugs = platforms.map(({ slug }) => slug).sort();
  expect(Object.keys(PLATFORM_SHAPES).sort()).toEqual(slugs);
  expect([...new Set(cases.map(([slug]) => slug))].sort()).toEqual(slugs);
});
