import type { Page } from 'playwright-core';
import { addColleague } from '../support/colleague.js';
import { inboxStage } from './support/inbox-stage.js';

describe('the inbox of a platform', () => {
  const { stage, come, file, stateOf, until, isReady } = inboxStage();
  const opened = (page: Page, title: string) => page.locator('.inbox-subject h2', { hasText: title }).waitFor();

  it('is worked through by keyboard alone, each act sent as one goes on to the next', async () => {
    const [first, second, third, fourth] = [
      await file('键盘甲'),
      await file('键盘乙', 3),
      await file('键盘丙'),
      await file('键盘丁'),
    ];
    const { page, open, complaints } = await come({ as: 'platform' });
    await open('/inbox');
    await page.locator('.inbox-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await opened(page, '键盘甲');

    await page.keyboard.press('1');
    await page.getByRole('group', { name: '受理' }).waitFor();
    await page.keyboard.press('n');
    await opened(page, '键盘乙');
    await until(async () => (await stateOf(first.id)).state === 'acknowledged');

    // one of three is left out with X, the others are taken down by the second measure
    await page.keyboard.press('t');
    await page.getByText('已选 3 / 3 项').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('x');
    await page.keyboard.press('2');
    await page.getByText('其余 1 项仍待处理').waitFor();
    await page.keyboard.press('n');
    await opened(page, '键盘丙');
    await until(async () => {
      const { items } = await stateOf(second.id);
      return items.map(({ disposition }: { disposition: string }) => disposition).join() === ',disabled,disabled';
    });

    // a refusal wants its reason first: N alone does nothing
    await page.keyboard.press('r');
    await page.getByText('请选择驳回理由').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('4');
    await page.keyboard.press('n');
    await opened(page, '键盘丁');
    await until(async () => (await stateOf(third.id)).items[0].reasonCode === 'insufficient_proof');

    await page.keyboard.press('3');
    await page.getByRole('group', { name: '缺少的要件' }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await until(async () => (await stateOf(fourth.id)).items[0].state === 'supplement_requested');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('takes a note and an assignment at once, and takes them back with Z', async () => {
    const { id } = await file('备注与指派');
    const { page, open, complaints } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    await page.keyboard.press('m');
    await page.keyboard.type('请法务看一下');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已写入备注').waitFor();
    const notes = async () => (await stage.app.by('platform').get(`/v1/notices/${id}/notes`)).body.data.length;
    expect(await notes()).toBe(1);
    await page.keyboard.press('z');
    await until(async () => (await notes()) === 0);
    await page.keyboard.press('c');
    await page.getByText('您已认领').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await until(async () => (await stateOf(id)).assignee !== null);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('leaves a letter to the input method while Chinese is being composed', async () => {
    const { id } = await file('输入法');
    const { page, open } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    const press = (isComposing: boolean) =>
      page.evaluate(
        (composing) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true, isComposing: composing }),
          ),
        isComposing,
      );
    await press(true);
    await page.waitForTimeout(200);
    expect(await page.locator('.inbox-armed').count()).toBe(0);
    await press(false);
    await page.locator('.inbox-armed').waitFor();
  }, 60_000);

  it('shows two people on one notice to each other, and what the other did within a second', async () => {
    const { id, number } = await file('两人');
    const wang = await addColleague(stage.app, 'platform', '王五');
    const li = await come({ as: 'platform' });
    const other = await come({ email: wang.email });
    await li.open(`/inbox/${id}`);
    await other.open(`/inbox/${id}`);
    await isReady(li.page);
    await isReady(other.page);
    await other.page.getByText('正在看：').first().waitFor();
    await li.page.getByText('正在看：王五').first().waitFor();

    // both prepare; the other is faster
    await li.page.keyboard.press('r');
    await li.page.keyboard.press('4');
    await other.page.keyboard.press('t');
    await other.page.getByText('删除 · 1 项').waitFor();
    await other.page.getByRole('button', { name: '提交', exact: true }).click();
    const began = Date.now();
    await li.page
      .getByText(/王五（.*内容已处置/)
      .first()
      .waitFor();
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(await li.page.locator(`#row-${id}`).innerText()).toContain('已处理');
    expect(number).toMatch(/^N-/);
    expect([li.complaints, other.complaints]).toEqual([[], []]);
  }, 60_000);

  it('says in words who was faster when two decide at the same moment', async () => {
    const { id, number } = await file('同时');
    const wang = await addColleague(stage.app, 'platform', '赵六');
    const { page, open } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    await page.keyboard.press('t');
    await page.getByText('删除 · 1 项').waitFor();
    // what the other did has not been heard of yet
    await page.route('**/v1/notices/*/decisions', async (route) => {
      const { items } = await stateOf(id);
      await wang.client.post(`/v1/notices/${id}/decisions`, {
        decisions: [{ itemId: items[0].id, outcome: 'not_found' }],
      });
      await route.continue();
    });
    await page.keyboard.press('n');
    const note = page.getByRole('alert').filter({ hasText: number });
    await note.waitFor();
    await note.getByText(/赵六（.*内容被拒绝处置.*现在的状态：已办结/).waitFor();
    expect((await stateOf(id)).items[0]).toMatchObject({ state: 'not_found', disposition: null });
  }, 60_000);

  it('does nothing twice when the connection breaks after the server decided, and says so', async () => {
    const { id, number } = await file('断线');
    await file('断线之后');
    const { page, open } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    const keys: Array<string | undefined> = [];
    await page.route('**/v1/notices/*/decisions', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.keyboard.press('t');
    await page.getByText('删除 · 1 项').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('alert').filter({ hasText: number }).getByText('不知道服务器是否已收到').waitFor();
    await page.getByRole('alert').filter({ hasText: number }).waitFor({ state: 'detached' });
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBe(2);
    const { body } = await stage.app.by('platform').get(`/v1/notices/${id}/events?limit=200`);
    expect(body.data.filter(({ type }: { type: string }) => type === 'item.actioned')).toHaveLength(1);
  }, 60_000);

  it('tells of a new notice without moving what is there', async () => {
    const { id } = await file('不跳动');
    const { page, open, complaints } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.inbox-row')].map((row) => {
          const { x, y, width, height } = row.getBoundingClientRect();
          return [row.querySelector('a')!.id, x, y, width, height].join();
        }),
      );
    const before = await places();
    await file('刚刚送达');
    const told = page.getByRole('button', { name: /有 1 件新通知/ });
    await told.waitFor();
    expect(await places()).toEqual(before);
    await page.keyboard.press('g');
    await page.getByText('刚刚送达').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('decides several the same way, and keeps chosen what could not be decided', async () => {
    const done = await file('批量已办');
    const [one, two] = [await file('批量甲'), await file('批量乙', 2)];
    const { page, open, complaints } = await come({ as: 'platform' });
    await open('/inbox?q=批量');
    for (const { number } of [done, one, two]) await page.getByLabel(`选择 ${number}`).check();
    await page.getByRole('button', { name: '批量处置' }).click();
    await page.getByRole('combobox', { name: '决定' }).press('Enter');
    await page.keyboard.press('Enter');
    const { items } = await stateOf(done.id);
    await page.getByRole('button', { name: /处置 4 项/ }).waitFor();
    await stage.app.by('platform').post(`/v1/notices/${done.id}/decisions`, {
      decisions: [{ itemId: items[0].id, outcome: 'disabled' }],
    });
    await page.locator(`#row-${done.id}`).getByText('已处理').waitFor();
    await page.getByRole('button', { name: /处置 \d 项/ }).click();
    await page.getByText('1 项未能处置').waitFor();
    await page.getByRole('button', { name: '返回并保留选择' }).click();
    await page.getByText('已选 1 件').waitFor();
    for (const { id } of [one, two]) expect((await stateOf(id)).outcome).toBe('upheld');
    expect(complaints).toEqual([]);
  }, 60_000);
});
