import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, must } from './walk-api.js';
import type { FiledNotice } from './walk-answers.js';
import type { Terminal } from './walk-terminal.js';

interface Letter {
  to: string;
  subject: string;
}

/** Letters follow the events; they are no part of what the sandbox's clock waits for. */
const patienceMs = 15_000;

/** To the silent platform when it was served, reminded and late; to the rights holder and the regulator at the end. */
const expected: ReadonlyArray<readonly [to: string, words: RegExp]> = [
  ['platform@demo.test', /收到侵权通知/],
  ['platform@demo.test', /时限提醒/],
  ['platform@demo.test', /时限已过/],
  ['rights@demo.test', /时限已过/],
  ['regulator@demo.test', /新的升级事项/],
];

export async function readLetters(base: string, { number }: FiledNotice, { step, tell }: Terminal): Promise<void> {
  step('截获的邮件', 'The captured letters');
  let letters: Letter[] = [];
  let missing = [...expected];
  for (const end = performance.now() + patienceMs; missing.length > 0 && performance.now() < end; await pause(100)) {
    const page = await answerOf(base, '/mail');
    letters = lettersOf(await page.text()).filter(({ subject }) => subject.includes(number));
    missing = expected.filter(
      ([to, words]) => !letters.some((letter) => letter.to === to && words.test(letter.subject)),
    );
  }
  const times = new Map<string, number>();
  for (const { to, subject } of letters.toReversed()) {
    const line = `${to.padEnd(20)} ${subject}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  for (const [line, count] of times) tell(count === 1 ? line : `${line}  × ${count}`);
  tell(`→ ${letters.length} letters about ${number}; all of them: ${base}/mail`);
  const [first] = missing;
  must(!first, `${first?.[0]} got no letter with ${first?.[1].source} (with MAIL_URL set, letters go out instead)`);
}

/** The rows of the page, newest first. */
function lettersOf(html: string): Letter[] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row]) => {
    const cells = [...row!.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => plain(cell!));
    return cells.length === 3 ? [{ to: cells[1]!, subject: cells[2]! }] : [];
  });
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}
