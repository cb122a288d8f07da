import { createClient, type TongshanClient, type Update } from '#client';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Every connection that was opened, so that a test can break one. */
function listener(): { client: TongshanClient; opened: Array<{ after: string | null; cut: () => void }> } {
  const opened: Array<{ after: string | null; cut: () => void }> = [];
  const send: typeof fetch = (input, init) => {
    const breaking = new AbortController();
    const request = new Request(input, init);
    opened.push({ after: request.headers.get('last-event-id'), cut: () => breaking.abort() });
    return fetch(request, { signal: AbortSignal.any([request.signal, breaking.signal]) });
  };
  return { client: createClient({ baseUrl: app.url, apiKey: app.keys['platform@demo.test'], fetch: send }), opened };
}

async function file(): Promise<string> {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  return body.notices[0].id;
}

it('tells what happens, and after a broken connection goes on where it was, nothing twice', async () => {
  const { client, opened } = listener();
  const end = new AbortController();
  const heard: Update[] = [];
  const listening = (async () => {
    for await (const update of client.updates({ signal: end.signal })) heard.push(update);
  })();
  const served = () =>
    heard.flatMap((update) => (update.event === 'update' && update.data.type === 'notice.served' ? [update] : []));
  await eventually(async () => heard[0]?.event === 'ready');
  const first = await file();
  await eventually(async () => served().length === 1);
  opened[0]!.cut();
  const second = await file();
  await eventually(async () => served().length === 2);
  expect(served().map(({ data }) => data.noticeId)).toEqual([first, second]);
  expect(opened.length).toBeGreaterThan(1);
  expect(opened[0]!.after).toBeNull();
  expect(Number(opened[1]!.after)).toBeGreaterThanOrEqual(Number(served()[0]!.id));
  end.abort();
  await listening;

  const later: Update[] = [];
  for await (const update of client.updates({ after: served()[0]!.id })) {
    later.push(update);
    if (update.event === 'ready') break;
  }
  const missed = later.flatMap((update) => (update.event === 'update' ? [update.data.noticeId] : []));
  expect(missed).toContain(second);
  expect(missed).not.toContain(first);
}, 60_000);

it('ends with the problem when the key is not good', async () => {
  const stranger = createClient({ baseUrl: app.url, apiKey: 'tsk_test_nobody' });
  await expect(stranger.updates().next()).rejects.toMatchObject({ status: 401 });
});
