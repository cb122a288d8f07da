import { type Glossary, wordIn } from './glossary.js';
import type { Lifecycle } from './lifecycle-row.js';

/** An event that leads away from more states than this would hide all others: orders and withdrawal come at any time. */
const mostSources = 4;

/**
 * A state diagram that can be read: an arrow for each pair of states, with all the events that lead that way, without
 * the events of which there would be too many. `left` names those.
 */
export function lifecycleDiagram(
  lifecycle: Lifecycle,
  states: readonly string[],
  glossary: Glossary,
): { text: string; left: string[] } {
  const state = wordIn(glossary, 'Item states');
  const event = wordIn(glossary, 'Item events');
  const arrows = new Map<string, Set<string>>();
  const left: string[] = [];
  for (const [name, { moves }] of Object.entries(lifecycle)) {
    const drawn = moves.flatMap(({ from, to }) =>
      from.filter((source) => states.includes(to) && source !== to).map((source) => `${source} --> ${to}`),
    );
    if (new Set(drawn.map((arrow) => arrow.split(' --> ')[0])).size > mostSources) left.push(name);
    else for (const arrow of drawn) arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(event(name).zh));
  }
  const sources = new Set([...arrows.keys()].map((arrow) => arrow.split(' --> ')[0]!));
  const last = states.filter((name) => !sources.has(name));
  const text = [
    'stateDiagram-v2',
    ...states.map((name) => `    state "${state(name).zh} ${name}" as ${name}`),
    ...states.slice(0, 1).map((first) => `    [*] --> ${first}`),
    ...[...arrows].map(([arrow, events]) => `    ${arrow}: ${[...events].join('、')}`),
    ...last.map((name) => `    ${name} --> [*]`),
  ].join('\n');
  return { text, left };
}
