import { inTransaction } from '#database';
import { keepDraft } from '#intake';
import { type TestApp, startTestApp } from '../support/app.js';
import { pasted } from '../support/complaints.js';

let app: TestApp;
let organizationId: string;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  organizationId = (await app.by('rights').get('/v1/me')).body.organization.id;
}, 60_000);
afterAll(() => app?.close());

const incoming = (original: Uint8Array) => ({
  organizationId,
  format: 'xarf' as const,
  channel: 'mail' as const,
  sender: 'reports@example.org',
  document: {
    ground: 'copyright' as const,
    works: [{ ref: 'w1', title: '流浪地球2' }],
    targets: [{ text: pasted.douyin(), workRef: 'w1' }],
    evidence: [],
  },
  remarks: [],
  original,
});
const keep = (original: Uint8Array) =>
  inTransaction(app.database, (tx) => keepDraft(tx, new Date(), incoming(original)));

it('one message is one draft, however often and however much at once it comes', async () => {
  const message = Buffer.from('{"the same": "message"}');
  const kept = await Promise.all([keep(message), keep(message), keep(message)]);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
  expect(kept.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await keep(Buffer.from('{"another": "message"}'))).toMatchObject({ isNew: true });
});

it('a message of more than 1 MiB becomes no draft', async () => {
  await expect(keep(Buffer.alloc(1_048_577, 32))).rejects.toMatchObject({ code: 'body_too_large' });
  await expect(keep(Buffer.alloc(1_048_576, 32))).resolves.toMatchObject({ isNew: true });
});
