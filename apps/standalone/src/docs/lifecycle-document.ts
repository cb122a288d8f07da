import { type Glossary, wordIn } from './glossary.js';
import { lifecycleDiagram } from './lifecycle-diagram.js';
import type { EventRow, Lifecycle } from './lifecycle-row.js';
import { both, code, heading, table } from './markdown.js';

/** docs/lifecycle.md: the table of the life of an item, told as a table and as a diagram. */
export function lifecycleDocument(lifecycle: Lifecycle, states: readonly string[], glossary: Glossary): string {
  const { text, left } = lifecycleDiagram(lifecycle, states, glossary);
  const event = wordIn(glossary, 'Item events');
  return [
    ...heading({ zh: '侵权内容的生命周期', en: 'The life of an item' }, 'libs/notices/src/domain/lifecycle.ts'),
    '图中不画不改变状态的事件，也不画条件；条件见下表。 Neither events that leave the state as it is nor conditions are drawn; the table below has them.',
    ...(left.length > 0
      ? [`从多个状态都可发生的不画： Not drawn, since they lead from many states: ${left.map(code).join(', ')}.`]
      : []),
    ['```mermaid', text, '```'].join('\n'),
    '## 状态 States',
    words(states, glossary, 'Item states', 'state'),
    '## 事件 Events',
    '条件依次判断，适用第一个符合的。 The first line whose conditions hold is taken.',
    table(
      ['event', '中文', 'English', '由 by', '从 → 到 from → to', '时限 clocks', '记录 logged as'],
      Object.entries(lifecycle).map(([name, row]) => [
        code(name),
        event(name).zh,
        event(name).en,
        row.by.map((party) => both({ zh: wordIn(glossary, 'Item parties')(party).zh, en: code(party) })).join('<br>'),
        row.moves.map((move) => moveOf(move, glossary)).join('<br>'),
        clocksOf(row, glossary),
        code(row.emits),
      ]),
    ),
    '## 条件 Conditions',
    words(
      (glossary.get('Conditions') ?? []).map((term) => term.code),
      glossary,
      'Conditions',
      'condition',
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function words(codes: readonly string[], glossary: Glossary, list: string, head: string): string {
  const word = wordIn(glossary, list);
  return table(
    [head, '中文', 'English'],
    codes.map((name) => [code(name), word(name).zh, word(name).en]),
  );
}

const targets: Readonly<Record<string, string>> = {
  same: '不变 same',
  before: '命令之前的状态 the state before the order',
};

function moveOf({ from, to, when = [], unless = [] }: EventRow['moves'][number], glossary: Glossary): string {
  const word = wordIn(glossary, 'Conditions');
  const told = (language: 'zh' | 'en', [given, and, except]: readonly [string, string, string]) =>
    [
      when.length > 0 ? given + when.map((name) => word(name)[language]).join(and) : '',
      unless.length > 0
        ? except + unless.map((name) => word(name)[language]).join(language === 'zh' ? '或者' : ' or ')
        : '',
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ');
  const condition =
    when.length + unless.length > 0
      ? `（${told('zh', ['若', '且', '除非'])} · ${told('en', ['if ', ' and ', 'unless '])}）`
      : '';
  return `${from.map(code).join(', ')} → ${targets[to] ?? code(to)}${condition}`;
}

const effects = [
  ['starts', { zh: '起算', en: 'starts' }],
  ['stops', { zh: '终止', en: 'stops' }],
  ['cancels', { zh: '取消', en: 'cancels' }],
  ['pauses', { zh: '暂停', en: 'pauses' }],
  ['resumes', { zh: '续计', en: 'resumes' }],
  ['expires', { zh: '届满', en: 'has run out' }],
] as const;

function clocksOf(row: EventRow, glossary: Glossary): string {
  const kind = wordIn(glossary, 'Clock kinds');
  return effects
    .flatMap(([effect, label]) => {
      const kinds = row[effect] ?? [];
      const told = kinds.map((name) => `${code(name)} ${kind(name).zh}`).join(', ');
      return kinds.length > 0 ? [`**${both(label)}** ${told}`] : [];
    })
    .join('<br>');
}
