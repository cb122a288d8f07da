import { type Glossary, wordIn } from './glossary.js';
import { both, code, heading, table } from './markdown.js';

/** A row of the lifecycle as documents tell it; what a row need not have may be absent. */
export interface EventRow {
  by: readonly string[];
  moves: ReadonlyArray<{ from: readonly string[]; to: string; when?: string }>;
  starts?: readonly string[];
  stops?: readonly string[];
  cancels?: readonly string[];
  pauses?: readonly string[];
  resumes?: readonly string[];
  emits: string;
  law?: string;
}

export type Lifecycle = Readonly<Record<string, EventRow>>;

/** docs/lifecycle.md: the table of the life of an item, told as a table and as a diagram. */
export function lifecycleDocument(lifecycle: Lifecycle, states: readonly string[], glossary: Glossary): string {
  const state = wordIn(glossary, 'Item states');
  const event = wordIn(glossary, 'Item events');
  const rows = Object.entries(lifecycle);
  const hasLaw = rows.some(([, { law }]) => law);
  return [
    ...heading({ zh: '侵权内容的生命周期', en: 'The life of an item' }, 'libs/notices/src/domain/lifecycle.ts'),
    '图中不画不改变状态的事件。 Events that leave the state as it is are not drawn.',
    ['```mermaid', diagram(lifecycle, states, glossary), '```'].join('\n'),
    '## 状态 States',
    table(
      ['state', '中文', 'English'],
      states.map((name) => [code(name), state(name).zh, state(name).en]),
    ),
    '## 事件 Events',
    table(
      [
        'event',
        '中文',
        'English',
        '由 by',
        '从 → 到 from → to',
        '时限 clocks',
        '记录 logged as',
        ...(hasLaw ? ['法律 law'] : []),
      ],
      rows.map(([name, row]) => [
        code(name),
        event(name).zh,
        event(name).en,
        row.by.map(code).join(', '),
        row.moves.map(moveOf).join('<br>'),
        clocksOf(row, glossary),
        code(row.emits),
        ...(hasLaw ? [row.law ?? ''] : []),
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function moveOf({ from, to, when }: EventRow['moves'][number]): string {
  const target = to === 'same' ? '不变 same' : code(to);
  return `${from.map(code).join(', ')} → ${target}${when ? ` (${code(when)})` : ''}`;
}

const effects = [
  ['starts', { zh: '起算', en: 'starts' }],
  ['stops', { zh: '终止', en: 'stops' }],
  ['cancels', { zh: '取消', en: 'cancels' }],
  ['pauses', { zh: '暂停', en: 'pauses' }],
  ['resumes', { zh: '续计', en: 'resumes' }],
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

/** An arrow for each pair of states, with all the events that lead that way. */
function diagram(lifecycle: Lifecycle, states: readonly string[], glossary: Glossary): string {
  const word = wordIn(glossary, 'Item states');
  const arrows = new Map<string, Set<string>>();
  for (const [event, { moves }] of Object.entries(lifecycle)) {
    for (const { from, to, when } of moves) {
      for (const source of from) {
        if (to === 'same' || to === source) continue;
        const arrow = `${source} --> ${to}`;
        arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(when ? `${event} [${when}]` : event));
      }
    }
  }
  const drawn = [...arrows];
  const leads = (end: 'from' | 'to') => new Set(drawn.map(([arrow]) => arrow.split(' --> ')[end === 'from' ? 0 : 1]!));
  const [sources, targets] = [leads('from'), leads('to')];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `    state "${word(state).zh} ${state}" as ${state}`),
    ...states.slice(0, 1).map((first) => `    [*] --> ${first}`),
    ...drawn.map(([arrow, events]) => `    ${arrow}: ${[...events].join(', ')}`),
    ...states.filter((state) => targets.has(state) && !sources.has(state)).map((state) => `    ${state} --> [*]`),
  ].join('\n');
}
