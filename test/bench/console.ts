import { once } from 'node:events';
import type { Figure } from './report.js';
import { fillInbox } from './rows.js';
import type { Stage } from './stage.js';
import { median } from './statistics.js';

const clocks = { from: `interval '1 day'`, until: `interval '60 days'`, isWhole: true };

/** What `measure-inbox.ts` sends: milliseconds, of the inbox of many and of the inbox of few. */
type InboxTimes = Record<'many' | 'few', Record<'paint' | 'next', number[]>>;

/** (f) A person's inbox in a browser, with 10,000 notices and with 50, by turns. */
export async function measureConsole(stage: Stage, isQuick: boolean): Promise<Figure[]> {
  const database = await stage.database('console');
  await fillInbox(database.own, { platformSlug: 'douyin', notices: 50, ...clocks }, 2);
  await fillInbox(database.own, { platformSlug: 'baidu-pan', notices: isQuick ? 200 : 10_000, ...clocks }, 1);
  const api = await stage.api(database);
  const { process: browser } = await stage.beside('../console/measure-inbox.ts');
  browser.send({ url: api.url, rounds: isQuick ? 3 : 10 });
  const [{ result, failure }] = (await once(browser, 'message')) as [{ result?: InboxTimes; failure?: string }];
  if (!result) throw new Error(failure);
  await api.stop();
  const { many, few } = result;
  const notices = isQuick ? '200' : '10,000';
  return [
    figure(`(f) inbox in the browser, first row on the screen: ${notices} notices / 50`, many.paint, few.paint),
    figure(`(f) submit and next, until the next notice can be read: ${notices} notices / 50`, many.next, few.next),
  ];
}

function figure(name: string, many: readonly number[], few: readonly number[]): Figure {
  return {
    name,
    ratio: median(many) / median(few),
    goal: '<= 1.5',
    absolute: { 'p50 ms': median(many), 'p50 ms of 50': median(few) },
  };
}
