import 'reflect-metadata';
import type { Browser, Page } from 'playwright-core';
import type { DemoAccount } from '../support/app.js';
import { openBrowser, visit } from './support/browser.js';

/** The benchmark's browser, in a process beside it: told where the product answers, it sends back what it has measured. */
interface InboxJob {
  url: string;
  rounds: number;
}
interface Times {
  /** From the beginning of the navigation to the first row on the screen. */
  paint: number[];
  /** From the key that submits and goes on to the next notice that can be read. */
  next: number[];
}
type InboxTimes = Record<'many' | 'few', Times>;

process.on('message', (job: InboxJob) => {
  Promise.race([measure(job), tooLate()])
    .then((result) => process.send!({ result }))
    .catch((failure: unknown) => process.send!({ failure: String(failure) }));
});
process.send!('ready');

/** Frames may stop with the page, so the limit is kept outside it. */
function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error('the browser was not done within two minutes')), 120_000).unref(),
  );
}

/** Two platforms' inboxes by turns. */
async function measure({ url, rounds }: InboxJob): Promise<InboxTimes> {
  const browser = await openBrowser();
  try {
    const [many, few] = [await worker(browser, url, 'platform'), await worker(browser, url, 'platform2')];
    // the first of each is not counted: scripts are fetched, connections opened
    for (let round = -1; round < rounds; round++) {
      for (const { page, times } of [many, few]) {
        const paint = await paintOf(page);
        if (round >= 0) times.paint.push(paint);
      }
    }
    for (const { page } of [many, few]) await openFirst(page);
    for (let round = -1; round < rounds; round++) {
      for (const { page, times } of [many, few]) {
        const next = await submitAndNext(page);
        if (round >= 0) times.next.push(next);
      }
    }
    const complaints = [...many.complaints, ...few.complaints];
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`);
    return { many: many.times, few: few.times };
  } finally {
    await browser.close();
  }
}

async function worker(browser: Browser, url: string, as: DemoAccount) {
  const { page, complaints } = await visit(browser, { url }, { as });
  page.setDefaultTimeout(15_000);
  const times: Times = { paint: [], next: [] };
  return { page, complaints, times };
}

/** Milliseconds of the browser's own clock, which begins with the navigation, when the first row has been drawn. */
async function paintOf(page: Page): Promise<number> {
  await page.bringToFront();
  await page.goto('/inbox', { waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (!document.querySelector('.inbox-row')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

async function openFirst(page: Page): Promise<void> {
  await page.bringToFront();
  await page.locator('.inbox-row a').first().click();
  await page.locator('.inbox-acts button').first().waitFor();
}

/** Takes the open notice down: 下架, then 提交并下一条; timed from that key until another notice stands there whole. */
async function submitAndNext(page: Page): Promise<number> {
  await page.bringToFront();
  // whoever reads a notice takes longer than the next one needs to be fetched ahead
  await page.waitForTimeout(500);
  await page.keyboard.press('t');
  await page.locator('.inbox-armed').waitFor();
  // the listener stands before the key is pressed: a key and a script reach the page by different ways
  const measured = await page.evaluateHandle(() => {
    // it begins with the notice's number
    const heading = () => document.querySelector('.inbox-subject h2')?.textContent;
    const before = heading();
    const next = new Promise<number>((resolve) => {
      const look = (begun: number) => {
        if (heading() && heading() !== before && document.querySelector('.inbox-acts button'))
          requestAnimationFrame(() => resolve(performance.now() - begun));
        else requestAnimationFrame(() => look(begun));
      };
      addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
    });
    return { next };
  });
  await page.keyboard.press('n');
  return measured.evaluate(({ next }) => next);
}
