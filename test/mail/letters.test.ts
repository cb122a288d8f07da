import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOptions, domainNow, inTransaction, moveClock } from '#database';
import { bringJobsForward } from '#events';
import {
  createMailCarrier,
  findForgottenLetters,
  letterRetrySchedule,
  listCapturedLetters,
  type MailCarrier,
  mailEntities,
  type NewLetter,
  sendLetter,
  writeLetters,
} from '#mail';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/database.js';

const mailFrom = '通删 Tongshan <noreply@tongshan.example>';
const letter: NewLetter = {
  recipient: 'owner@example.com',
  locale: 'zh',
  template: 'confirm_email',
  data: { name: '张三', url: 'https://tongshan.example/confirm?token=once', expiresAt: '2026-11-23T06:02:00Z' },
};

const choices = { publicUrl: 'https://tongshan.example', key: Buffer.alloc(32, 7) };

let database: DataSource;
let drop: () => Promise<void>;
let mailFolder: string;
const endings: Array<() => void | Promise<void>> = [];

beforeAll(async () => {
  const test = await createTestDatabase();
  drop = test.drop;
  database = await new DataSource(databaseOptions(test.url, mailEntities)).initialize();
  await database.query('insert into installation (sandbox) values (true) on conflict do nothing');
});
afterAll(async () => {
  await database.destroy();
  await drop();
});
beforeEach(async () => {
  mailFolder = join(await mkdtemp(join(tmpdir(), 'tongshan-mail-')), 'mail');
  await database.query('delete from letters');
  await database.query('delete from graphile_worker._private_jobs');
});
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  await rm(join(mailFolder, '..'), { recursive: true, force: true });
});

const write = (...letters: NewLetter[]) =>
  inTransaction(database, async (tx) => writeLetters(tx, await domainNow(tx), letters));

async function row() {
  const rows = await database.query<
    Array<{
      state: string;
      data: unknown;
      attempt_count: number;
      last_error: string | null;
      message_id: string;
      wait: number;
    }>
  >('select *, extract(epoch from next_attempt_at - domain_now())::float8 as wait from letters');
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

const jobs = () =>
  database.query<Array<{ key: string; task: string; wait: number }>>(
    `select key, task_identifier as task, extract(epoch from run_at - clock_timestamp())::float8 as wait
     from graphile_worker.jobs`,
  );

const advance = (milliseconds: number) =>
  inTransaction(database, async (tx) => {
    await moveClock(tx, milliseconds);
    await bringJobsForward(tx, milliseconds);
  });

function folderCarrier(): MailCarrier {
  const carrier = createMailCarrier({ mailUrl: null, mailFrom, mailFolder });
  endings.push(() => carrier.close());
  return carrier;
}

type Refusal = { at: 'rcpt' | 'data'; code: number };

/** A mail server in this process; `refuse` decides what it says to the n-th recipient or message. */
async function smtp(refuse: (count: number) => Refusal | null = () => null) {
  const messages: ParsedMail[] = [];
  const recipients: string[][] = [];
  let tries = 0;
  const failure = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const refusal = refuse(++tries);
      done(refusal?.at === 'rcpt' ? failure(refusal.code) : null);
    },
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        const refusal = refuse(tries);
        if (refusal?.at === 'data') return done(failure(refusal.code));
        messages.push(mail);
        recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const carrier = createMailCarrier({ mailUrl: `smtp://127.0.0.1:${port}`, mailFrom, mailFolder });
  endings.push(
    () => new Promise<void>((resolve) => server.close(() => resolve())),
    () => carrier.close(),
  );
  return { carrier, messages, recipients, tries: () => tries };
}

describe('a letter by SMTP', () => {
  it('is delivered once with both its parts, and its content is erased', async () => {
    const { carrier, messages, recipients } = await smtp();
    const [id] = await write(letter);
    await Promise.all(Array.from({ length: 4 }, () => sendLetter({ database, carrier, choices }, id!)));
    await sendLetter({ database, carrier, choices }, id!);
    expect(recipients).toEqual([['owner@example.com']]);
    const [mail] = messages;
    expect(mail!.subject).toBe('【通删】请确认您的邮箱');
    expect(mail!.from!.value).toEqual([{ name: '通删 Tongshan', address: 'noreply@tongshan.example' }]);
    expect(mail!.text).toContain('https://tongshan.example/confirm?token=once');
    expect(mail!.html).toContain('href="https://tongshan.example/confirm?token=once"');
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    const after = await row();
    expect(after).toMatchObject({ state: 'sent', data: null, attempt_count: 1, message_id: mail!.messageId });
  });

  it('is tried again after a 4xx, under the same Message-ID', async () => {
    const { carrier, messages } = await smtp((count) => (count === 1 ? { at: 'data', code: 451 } : null));
    const [id] = await write(letter);
    await sendLetter({ database, carrier, choices }, id!);
    const failed = await row();
    expect(failed).toMatchObject({ state: 'pending', attempt_count: 1 });
    expect(Math.abs(failed.wait - 60)).toBeLessThan(2);
    const [job] = await jobs();
    expect(job).toMatchObject({ key: id, task: 'send_letter' });
    expect(Math.abs(job!.wait - 60)).toBeLessThan(2);
    await sendLetter({ database, carrier, choices }, id!);
    expect(messages).toHaveLength(0);
    await advance(60_010);
    await sendLetter({ database, carrier, choices }, id!);
    expect(messages.map((mail) => mail.messageId)).toEqual([failed.message_id]);
    expect((await row()).state).toBe('sent');
  });

  it.each<Refusal>([
    { at: 'rcpt', code: 550 },
    { at: 'data', code: 554 },
  ])('refused for good (%j) has failed at once', async (refusal) => {
    const { carrier, tries } = await smtp(() => refusal);
    const [id] = await write(letter);
    await sendLetter({ database, carrier, choices }, id!);
    expect(await row()).toMatchObject({ state: 'failed', wait: null });
    expect((await row()).last_error).toContain(String(refusal.code));
    await sendLetter({ database, carrier, choices }, id!);
    expect(tries()).toBe(1);
  });

  it('has failed when the schedule has ended: 1 min, 5 min, 30 min, 2 h, 8 h, 24 h', async () => {
    const { carrier, tries } = await smtp(() => ({ at: 'rcpt', code: 450 }));
    const [id] = await write(letter);
    expect(letterRetrySchedule.map((wait) => wait / 60_000)).toEqual([1, 5, 30, 120, 480, 1_440]);
    for (const wait of letterRetrySchedule) {
      await sendLetter({ database, carrier, choices }, id!);
      expect(Math.abs((await row()).wait * 1_000 - wait)).toBeLessThan(2_000);
      await advance(wait + 10);
    }
    await sendLetter({ database, carrier, choices }, id!);
    expect(await row()).toMatchObject({ state: 'failed', attempt_count: 7 });
    expect(tries()).toBe(7);
  });

  it('waits while no server can be reached', async () => {
    const carrier = createMailCarrier({ mailUrl: 'smtp://127.0.0.1:9', mailFrom, mailFolder });
    endings.push(() => carrier.close());
    const [id] = await write(letter);
    await sendLetter({ database, carrier, choices }, id!);
    expect(await row()).toMatchObject({ state: 'pending', attempt_count: 1 });
  });

  it('goes to one recipient with the headers that we wrote, whatever names and titles hold', async () => {
    const { carrier, messages, recipients } = await smtp();
    const hostile = 'X\r\nBcc: victim@example.com\r\n\r\n<b>hi</b>\u0000';
    const [id] = await write({
      recipient: 'owner@example.com',
      locale: 'en',
      template: 'complaint_deficient',
      data: { complaintNumber: hostile, title: hostile, missing: [hostile], url: 'https://tongshan.example/' },
    });
    await sendLetter({ database, carrier, choices }, id!);
    expect(recipients).toEqual([['owner@example.com']]);
    expect(messages[0]!.bcc).toBeUndefined();
    expect(messages[0]!.subject).toContain('X Bcc: victim@example.com <b>hi</b>');
    expect(messages[0]!.html).not.toContain('<b>');
  });

  it.each(['a@example.com,b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>', 'A <a@example.com>', '\u0000@x'])(
    'to %j is sent to nobody',
    async (recipient) => {
      const { carrier, tries } = await smtp();
      const [id] = await write({ ...letter, recipient });
      await sendLetter({ database, carrier, choices }, id!);
      expect((await row()).state).toBe('failed');
      expect(tries()).toBe(0);
    },
  );
});

describe('writing', () => {
  it('the same letter twice under one key writes it once', async () => {
    expect(await write({ ...letter, onceKey: 'event:owner' }, { ...letter, onceKey: 'event:owner' })).toHaveLength(1);
    expect(await write({ ...letter, onceKey: 'event:owner' })).toEqual([]);
    await row();
    expect(await jobs()).toHaveLength(1);
  });

  it('is undone with its transaction', async () => {
    await inTransaction(database, async (tx) => {
      await writeLetters(tx, new Date(), [letter]);
      throw new Error('something else failed');
    }).catch(() => undefined);
    expect(await database.query('select 1 from letters')).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('survives a lost job: the letter is found again after half a minute, or as soon as a lease is over', async () => {
    const find = () => inTransaction(database, async (tx) => findForgottenLetters(tx, await domainNow(tx), 30_000));
    const [id] = await write(letter);
    await database.query('delete from graphile_worker._private_jobs');
    expect(await find()).toBe(0);
    await database.query(`update letters set leased_until = clock_timestamp()`);
    expect(await find()).toBe(1);
    await database.query(`update letters set leased_until = null`);
    expect(await find()).toBe(0);
    await advance(31_000);
    expect(await find()).toBe(1);
    expect(await jobs()).toMatchObject([{ key: id }]);
  });
});

describe('without a mail server', () => {
  it('a letter becomes a file for its owner alone, whole, once, sorted by time', async () => {
    const carrier = folderCarrier();
    const ids = [...(await write(letter)), ...(await write({ ...letter, recipient: 'second@example.com' }))];
    for (const id of ids) await sendLetter({ database, carrier, choices }, id);
    const files = await readdir(mailFolder);
    expect(files).toHaveLength(2);
    expect((await stat(join(mailFolder, files[0]!))).mode & 0o777).toBe(0o600);
    const bytes = await readFile(join(mailFolder, [...files].sort()[0]!));
    const mail = await simpleParser(bytes);
    expect([mail.to].flat()[0]!.text).toBe('owner@example.com');
    expect(mail.text).toContain('张三，您好！');
    expect(mail.html).toContain('lang="zh-CN"');
    expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('lists what was captured, newest first, read from the headers', async () => {
    const carrier = folderCarrier();
    const title = '很长的片名'.repeat(20);
    const data = { complaintNumber: 'TS-2026-000001', title, missing: [], url: 'https://tongshan.example/' };
    const first = await write(letter);
    const second = await write({ recipient: 'b@example.com', locale: 'zh', template: 'complaint_deficient', data });
    for (const id of [...first, ...second]) await sendLetter({ database, carrier, choices }, id);
    await writeFile(join(mailFolder, 'notes.txt'), 'Subject: no letter');
    await writeFile(join(mailFolder, `.${first[0]}.1.part`), 'Subject: half');
    const listed = await listCapturedLetters(mailFolder, 10);
    expect(listed.map(({ to, from, subject }) => ({ to, from, subject }))).toEqual([
      {
        to: 'b@example.com',
        from: mailFrom,
        subject: `【通删】投诉 TS-2026-000001 需要补正：${title}`,
      },
      { to: 'owner@example.com', from: mailFrom, subject: '【通删】请确认您的邮箱' },
    ]);
    expect(Math.abs(Date.parse(listed[0]!.date!) - (await domainNow(database)).getTime())).toBeLessThan(60_000);
    expect(await listCapturedLetters(mailFolder, 1)).toHaveLength(1);
  });

  it('lists nothing where there is no folder yet', async () => {
    expect(await listCapturedLetters(join(mailFolder, 'none'), 10)).toEqual([]);
  });
});
