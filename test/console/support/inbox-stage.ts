import type { Page } from 'playwright-core';
import { complaintAbout, pasted } from '../../support/complaints.js';
import { settled } from './browser.js';
import { consoleStage } from './stage.js';

/** 百度网盘's inbox, and how things come into it. */
export function inboxStage() {
  const stage = consoleStage({ patience: 15_000, looksItself: true });
  const stateOf = async (id: string) => (await stage.app.by('platform').get(`/v1/notices/${id}`)).body;
  return {
    stage,
    come: stage.enter,
    stateOf,
    /** Files one complaint about so many netdisk links; the notice that came of it. */
    async file(title: string, links = 1): Promise<{ id: string; number: string }> {
      const texts = Array.from({ length: links }, () => pasted.netdisk());
      const works = [{ ref: 'w1', title, category: 'film' }];
      const { body } = await stage.app.by('rights').post('/v1/complaints', complaintAbout(texts, { works }));
      return body.notices[0];
    },
    async until(isSo: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; tries < 100 && !(await isSo()); tries++) await new Promise((go) => setTimeout(go, 50));
      expect(await isSo()).toBe(true);
    },
    /** The list and the open notice have been read. */
    async isReady(page: Page): Promise<void> {
      await page.locator('.inbox-row').first().waitFor({ state: 'attached' });
      await page.locator('.inbox-acts button').first().waitFor();
      await settled(page);
    },
  };
}
