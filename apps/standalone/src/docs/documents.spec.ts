import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clockRules, counterElementIds, dispositions, elementIds, refusalReasons, regimeIds } from '#law';
import { conditions, lifecycle } from '#notices';
import { documents } from './documents.js';
import { readGlossary } from './glossary.js';
import { lifecycleDocument } from './lifecycle-document.js';
import type { Lifecycle } from './lifecycle-row.js';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const language = read('docs/language.md');
const written = documents(read);
/** Those of which every word follows from data; what a page of the guide shows beside its tables is written by hand. */
const whole = written.filter(({ path }) => !path.startsWith('docs/integration/'));
const textOf = (path: string) => written.find((document) => document.path === path)!.text;

it.each(written)('$path says what the data says', ({ path, text }) => {
  const isCurrent = read(path) === text;
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
  expect(widths.filter((width) => width !== 1)).toEqual([]);
});

it.each(whole)('$path leaves nothing unsaid as undefined or an object', ({ text }) => {
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

it('docs/lifecycle.md tells every condition in words, in both languages', () => {
  const told = textOf('docs/lifecycle.md');
  expect(conditions.filter((condition) => !told.includes(`| \`${condition}\` |`))).toEqual([]);
  expect(told).toContain('（若尚可要求补正，除非下架命令有效 · if a supplement may still be asked for, unless');
});

describe('a lifecycle with everything that a row can say', () => {
  const states = ['pending', 'actioned', 'held', 'refused', 'restored', 'withdrawn'];
  const told: Lifecycle = {
    act: { by: ['platform'], moves: [{ from: ['pending'], to: 'actioned' }], emits: 'item.actioned' },
    revise: { by: ['platform'], moves: [{ from: ['pending'], to: 'actioned' }], emits: 'item.actioned' },
    counter: {
      by: ['platform', 'clock'],
      moves: [
        { from: ['actioned'], to: 'restored', when: ['restores_at_once', 'counter_open'], unless: ['order_stands'] },
        { from: ['pending'], to: 'same' },
        { from: ['held'], to: 'before', unless: ['stays_up', 'appeal_used'] },
      ],
      starts: ['wait'],
      stops: ['takedown'],
      cancels: ['forward'],
      pauses: ['decide'],
      resumes: ['supplement'],
      expires: ['restore'],
      emits: 'counter_notice.received',
    },
    withdraw: {
      by: ['complainant'],
      moves: [
        { from: ['pending', 'actioned', 'held', 'refused'], to: 'withdrawn' },
        { from: ['restored', 'pending', 'actioned'], to: 'withdrawn', when: ['stays_up'] },
      ],
      emits: 'notice.withdrawn',
    },
  };
  const text = lifecycleDocument(told, states, readGlossary(language));
  const rowOf = (event: string) => text.split('\n').find((line) => line.startsWith(`| \`${event}\` |`))!;

  it('draws one arrow a pair of states, from the first state to the last, without what leads from everywhere', () => {
    const arrows = text.split('\n').filter((line) => /^ .*-->/.test(line));
    expect(arrows.map((line) => line.trim())).toEqual([
      '[*] --> pending',
      'pending --> actioned: 处置、更正',
      'actioned --> restored: 提出反通知',
      'held --> [*]',
      'refused --> [*]',
      'restored --> [*]',
      'withdrawn --> [*]',
    ]);
    expect(text).toContain('lead from many states: `withdraw`.');
  });

  it('tells every clock that an event touches, who brings it about, and what is logged', () => {
    for (const clock of ['starts** `wait`', 'stops** `takedown`', 'cancels** `forward`', 'pauses** `decide`'])
      expect(rowOf('counter')).toContain(clock);
    for (const clock of ['resumes** `supplement`', 'has run out** `restore`'])
      expect(rowOf('counter')).toContain(clock);
    expect(rowOf('counter')).toMatch(/平台 · `platform`<br>时限 · `clock` .*`counter_notice.received` \|$/);
  });

  it('tells conditions in words, what stays, and what goes back', () => {
    expect(rowOf('counter')).toContain(
      '`actioned` → `restored`（若适用规则要求立即恢复且有未了结的反通知，除非下架命令有效 · ' +
        'if the regime restores at once and a counter-notice is open, unless an order to take it down stands）' +
        '<br>`pending` → 不变 same<br>`held` → 命令之前的状态 the state before the order（除非',
    );
    expect(rowOf('counter')).toContain('unless the measure left it up or it was appealed before）');
  });
});
