import { setTimeout as pause } from 'node:timers/promises';
import { must } from './walk-api.js';
import type { Page } from './walk-answers.js';
import type { Callers } from './walk-keys.js';
import { dayAfter, endOf } from './walk-days.js';
import { again, standing } from './walk-standing.js';
import { itemAndClock, type Listing } from './walk-statement.js';
import type { Terminal } from './walk-terminal.js';

/** Running clocks follow a new paper in the background. */
const patienceMs = 15_000;

/**
 * While the wait runs, the operator imports a paper that makes its fifteenth and sixteenth day holidays: the last day
 * rolls to the seventeenth (民法典 第203条). The days come from the run, so a later run has a paper of its own.
 * @returns the first instant that is too late
 */
export async function rollOverHoliday(
  { operator, rights }: Callers,
  { noticeId, itemId }: Listing,
  arrivedAt: string,
  { step, tell }: Terminal,
): Promise<number> {
  step(
    '导入放假安排：最后一日逢假日，顺延',
    'A holiday calendar is imported: the last day falls on a holiday and rolls',
  );
  const [fifteenth, sixteenth, seventeenth] = [15, 16, 17].map((days) => dayAfter(arrivedAt, days)) as [
    string,
    string,
    string,
  ];
  const { data } = await operator.get<Page<{ coveredUntil: string }>>('/v1/calendars?limit=200');
  const covered = data
    .map(({ coveredUntil }) => coveredUntil)
    .sort()
    .at(-1)!;
  const version = `demo-${Date.now()}`;
  const paper = {
    version,
    jurisdiction: 'CN',
    // no hole between what is covered and this
    coveredFrom: covered < fifteenth ? dayAfter(`${covered}T00:00:00+08:00`, 1) : fifteenth,
    coveredUntil: seventeenth,
    days: [
      { date: fifteenth, kind: 'holiday', name: '演示假日' },
      { date: sixteenth, kind: 'holiday', name: '演示假日' },
      { date: seventeenth, kind: 'working', name: '演示上班' },
    ],
    source: 'npm run demo 的示例，并非国务院办公厅的通知',
  };
  await operator.post('/v1/calendars', paper);
  tell(`${version} · ${fifteenth}, ${sixteenth} off, ${seventeenth} at work`);
  tell('   an example of this demo, not a paper of the State Council (并非国务院办公厅的通知)');
  const end = performance.now() + patienceMs;
  const due = endOf(seventeenth);
  const read = () => itemAndClock(rights, noticeId, itemId, 'cn.ecl.wait');
  let now = await read();
  for (; Date.parse(now.clock.dueAt) !== due && performance.now() < end; now = await read()) await pause(100);
  tell(...standing(now.clock, now.item));
  tell(again('the paper', await operator.refused('/v1/calendars', paper)));
  must(Date.parse(now.clock.dueAt) === due, `the wait ends at ${now.clock.dueAt}, not after ${seventeenth}`);
  return due;
}
