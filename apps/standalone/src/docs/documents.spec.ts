import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clockRules, counterElementIds, dispositions, elementIds, refusalReasons, regimeIds } from '#law';
import { lifecycle } from '#notices';
import { documents } from './documents.js';
import { readGlossary } from './glossary.js';
import { type Lifecycle, lifecycleDocument } from './lifecycle-document.js';

const root = resolve(import.meta.dirname, '../../../..');
const language = readFileSync(join(root, 'docs/language.md'), 'utf8');
const written = documents(language);
const textOf = (path: string) => written.find((document) => document.path === path)!.text;

it.each(written)('$path says what the data says', ({ path, text }) => {
  const isCurrent = readFileSync(join(root, path), 'utf8') === text;
  expect(isCurrent ? 'current' : `${path} is older than its data: run \`npm run docs\``).toBe('current');
});

it.each(written)('every table of $path has as many cells in each row as in its head', ({ text }) => {
  const widths = text
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map(
      (part) =>
        new Set(
          part
            .trim()
            .split('\n')
            .map((line) => line.split(/(?<!\\)\|/).length),
        ).size,
    );
  expect(new Set(widths)).toEqual(new Set([1]));
});

it.each(written)('$path leaves nothing unsaid as undefined or an object', ({ text }) => {
  expect(text).not.toMatch(/undefined|null|\[object|NaN/);
});

it('docs/law.md names every regime, clock, element, disposition and reason', () => {
  const law = textOf('docs/law.md');
  const words = [
    ...regimeIds,
    ...clockRules.map(({ id }) => id),
    ...elementIds,
    ...counterElementIds,
    ...dispositions,
    ...refusalReasons,
  ];
  expect(words.filter((word) => !law.includes(`\`${word}\``))).toEqual([]);
});

it('docs/law.md gives each clock its length, unit, basis and article', () => {
  const row = (id: string) =>
    textOf('docs/law.md')
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\` v1 |`));
  expect(row('cn.ecl.wait')).toMatch(
    /15 自然日 `calendar_day`；顺延 rolls .* 20 工作日 .* `statutory` \| 电子商务法 第43条 \|/,
  );
  expect(row('cn.reg468.takedown')).toMatch(/24 小时 `hour`；≤ 24 .* `assumption` \| 信息网络传播权保护条例 第15条 \|/);
});

it('docs/lifecycle.md names every event', () => {
  const told = textOf('docs/lifecycle.md');
  expect(Object.keys(lifecycle).filter((event) => !told.includes(`| \`${event}\` |`))).toEqual([]);
});

describe('a lifecycle with everything that a row can say', () => {
  const states = ['pending', 'actioned', 'restored'];
  const told: Lifecycle = {
    act: { by: ['platform'], moves: [{ from: ['pending'], to: 'actioned' }], emits: 'item.actioned' },
    revise: { by: ['platform'], moves: [{ from: ['pending'], to: 'actioned' }], emits: 'item.actioned' },
    counter: {
      by: ['platform', 'clock'],
      moves: [
        { from: ['actioned'], to: 'restored', when: 'restores_at_once' },
        { from: ['pending'], to: 'same' },
      ],
      starts: ['wait'],
      stops: ['takedown'],
      cancels: ['forward'],
      pauses: ['decide'],
      resumes: ['supplement'],
      emits: 'counter_notice.received',
      law: '条例 17',
    },
  };
  const text = lifecycleDocument(told, states, readGlossary(language));

  it('draws one arrow a pair of states, with its events and conditions, from the first state to the last', () => {
    const arrows = text.split('\n').filter((line) => /^ .*-->/.test(line));
    expect(arrows.map((line) => line.trim())).toEqual([
      '[*] --> pending',
      'pending --> actioned: act, revise',
      'actioned --> restored: counter [restores_at_once]',
      'restored --> [*]',
    ]);
  });

  it('tells every clock that an event touches, the condition, what stays, and the law', () => {
    const row = text.split('\n').find((line) => line.startsWith('| `counter` |'))!;
    for (const clock of ['starts** `wait`', 'stops** `takedown`', 'cancels** `forward`', 'pauses** `decide`']) {
      expect(row).toContain(clock);
    }
    expect(row).toContain('resumes** `supplement`');
    expect(row).toContain('`actioned` → `restored` (`restores_at_once`)<br>`pending` → 不变 same');
    expect(row).toMatch(/`platform`, `clock` .*`counter_notice.received` \| 条例 17 \|$/);
  });
});
