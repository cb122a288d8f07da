import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitingLabels } from '#mail';
import { workbenchKeys } from '#statistics';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Digests } from '../../apps/worker/src/digests.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
let digests: Digests;
beforeAll(async () => {
  app = await startTestApp();
  digests = (await app.startWorker()).get(Digests);
}, 60_000);
afterAll(() => app?.close(), 30_000);

const file = async () => {
  const { status } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  expect(status).toBe(201);
};

/** Every letter that has gone out to an address, about whatever the subject says. */
async function lettersTo(address: string, subject: RegExp): Promise<ParsedMail[]> {
  const folder = app.configuration.mailFolder;
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const letters = await Promise.all(files.map(async (name) => simpleParser(await readFile(join(folder, name)))));
  return letters.filter(({ to, subject: about }) => JSON.stringify(to).includes(address) && subject.test(about ?? ''));
}
const letterTo = (address: string, subject: RegExp, count = 1) =>
  eventually(async () => {
    const letters = await lettersTo(address, subject);
    return letters.length === count && letters[0]!;
  });
const unsubscribeOf = ({ headers }: ParsedMail) => {
  const list = headers.get('list') as { unsubscribe?: { url: string } } | undefined;
  return list?.unsubscribe?.url;
};
/** What a mail program posts by itself, to this app under whatever name it is known outside. */
const post = (url: string, body: string) =>
  fetch(`${app.url}${new URL(url).pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });

it('every count of the workbench has its words in the summary', () => {
  expect(workbenchKeys.filter((key) => !waitingLabels[key])).toEqual([]);
});

it('each morning whoever has something waiting is written one summary, once, by any number of processes', async () => {
  await file();
  expect(await digests.writeOnce()).toBe(0); // not on the day on which they came
  await app.advance('PT24H');
  const looked = await Promise.all([digests.writeOnce(), digests.writeOnce()]);
  expect(looked[0]! + looked[1]!).toBeGreaterThan(5);
  expect(await digests.writeOnce()).toBe(0);
  const letter = await letterTo('platform@demo.test', /今日待办/);
  expect(letter.text).toMatch(/待处置的通知：1/);
  expect(letter.text).toMatch(/N-\d{4}-\d+/);
  expect(letter.text).toContain('/workbench');
  expect(await lettersTo('partner@demo.test', /今日待办/)).toEqual([]); // nothing waits
});

it('a letter carries the way out: opening it changes nothing, one POST does, and one more takes it back', async () => {
  const url = unsubscribeOf(await letterTo('platform@demo.test', /今日待办/))!;
  const person = await app.signedIn('platform');
  const path = new URL(url).pathname;
  for (let n = 0; n < 3; n++) expect((await fetch(`${app.url}${path}`)).status).toBe(200);
  expect((await person.get('/v1/me/mail')).body).toEqual({ matters: true, reminders: true, digest: true });

  expect((await post(url, 'List-Unsubscribe=One-Click')).status).toBe(200);
  expect((await person.get('/v1/me/mail')).body).toEqual({ matters: true, reminders: true, digest: false });
  await app.advance('PT24H');
  await digests.writeOnce();
  const written = await app.database.query(
    `select recipient, count(*)::int as letters from letters where template = 'digest' group by 1`,
  );
  expect(written).toContainEqual({ recipient: 'regulator@demo.test', letters: 2 });
  expect(written).toContainEqual({ recipient: 'platform@demo.test', letters: 1 });

  expect(await (await post(url, 'wants=on')).text()).toContain('已恢复');
  expect((await person.get('/v1/me/mail')).body).toMatchObject({ digest: true });
});

it('a made-up link chooses nothing for anybody', async () => {
  const url = unsubscribeOf((await lettersTo('platform@demo.test', /今日待办/))[0]!)!;
  for (const forged of [url.replace('.digest.', '.matters.'), `${url}x`, `${app.url}/mail/choices/a.b.c`]) {
    expect(await (await post(forged, 'List-Unsubscribe=One-Click')).text()).toContain('链接无效');
  }
  expect((await (await app.signedIn('platform')).get('/v1/me/mail')).body).toMatchObject({ matters: true });
});

it('who wants no news of matters is still written what the law makes something depend on', async () => {
  const platform = await app.signedIn('platform');
  expect((await platform.send('PATCH', '/v1/me/mail', { matters: false })).body).toMatchObject({ matters: false });
  const before = (await lettersTo('platform@demo.test', /侵权通知/)).length;
  await file();
  const rights = await app.signedIn('rights');
  await rights.send('PATCH', '/v1/me/mail', { matters: false, reminders: false, digest: false });
  const { statements: _none, ...lacking } = complaintAbout([pasted.netdisk()]);
  expect((await app.by('rights').post('/v1/complaints', lacking)).body.state).toBe('deficient');
  const owed = await letterTo('rights@demo.test', /需要补正/);
  expect(unsubscribeOf(owed)).toBeUndefined();
  expect((await lettersTo('platform@demo.test', /侵权通知/)).length).toBe(before);
});

it('an API key has no letters to choose', async () => {
  expect((await app.by('platform').get('/v1/me/mail')).status).toBe(403);
  expect((await (await app.signedIn('rights')).send('PATCH', '/v1/me/mail', { digest: 'no' })).status).toBe(422);
});
