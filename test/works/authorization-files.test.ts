import { newId } from '#kernel';
import { download, upload } from '../evidence/upload.js';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';

const text = '授权书：兹授权…';
let app: TestApp;
const organizations = {} as Record<DemoAccount, string>;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  for (const account of ['rights', 'partner', 'operator'] as const)
    organizations[account] = (await app.by(account).get('/v1/me')).body.organization.id;
}, 60_000);
afterAll(() => app?.close());

/** An authorization with one document, filed by the agent. */
async function filed(agent: DemoAccount, changes: Record<string, unknown> = {}) {
  const fileId = (await upload(app, agent, text, '授权书.txt')).body.id as string;
  const { status, body } = await app.by(agent).post('/v1/authorizations', {
    owner: { name: '北京星海影业有限公司' },
    catalogue: true,
    rights: ['information_network'],
    validFrom: '2020-01-01',
    documents: [{ fileId }, { text: '另附' }],
    ...changes,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  const list = `/v1/authorizations/${body.id}/files`;
  return { id: body.id as string, fileId, list, content: `${list}/${fileId}/content` };
}
const ownedByRights = () => ({ owner: { name: '北京星海影业有限公司', organizationId: organizations.rights } });

const readersOf = async (id: string): Promise<string[]> =>
  (
    await app.database.query(
      `select organization_id from access_log where subject_kind = 'authorization' and subject_id = $1 order by at, id`,
      [id],
    )
  ).map((row: { organization_id: string }) => row.organization_id);

async function expectRead(account: DemoAccount, { list, content, fileId }: Awaited<ReturnType<typeof filed>>) {
  const { status, body } = await app.by(account).get(list);
  expect([account, status, body]).toEqual([
    account,
    200,
    {
      data: [
        {
          id: fileId,
          name: '授权书.txt',
          mediaType: 'text/plain',
          size: Buffer.byteLength(text),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          linkedAt: expect.any(String),
        },
      ],
    },
  ]);
  const answer = await download(app, account, content);
  expect([account, answer.status, answer.body.toString()]).toEqual([account, 200, text]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; /),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
}

async function expectRefused(account: DemoAccount, { list, content }: { list: string; content: string }, wanted = 404) {
  const answers = [(await app.by(account).get(list)).status, (await download(app, account, content)).status];
  expect([account, ...answers]).toEqual([account, wanted, wanted]);
}

describe('the documents of an authorization', () => {
  it('are read by its agent, its owner and the operator, as attachments; what is not the agent’s reading is written down', async () => {
    const authorization = await filed('partner', ownedByRights());
    await expectRead('partner', authorization);
    expect(await readersOf(authorization.id)).toEqual([]);
    await expectRead('operator', authorization);
    await expectRead('rights', authorization);
    const { operator, rights } = organizations;
    expect(await readersOf(authorization.id)).toEqual([operator, operator, rights, rights]);
  });

  it('are read by whoever passed the right on', async () => {
    const parent = await filed('rights', { subLicence: true });
    const child = await filed('partner', { parentAuthorizationId: parent.id });
    await expectRead('rights', child);
    expect(await readersOf(child.id)).toEqual([organizations.rights, organizations.rights]);
    await expectRefused('partner', parent);
  });

  it('do not exist for others, and leave no trace of a reading', async () => {
    const ofRights = await filed('rights');
    await expectRefused('partner', ofRights);
    const ofPartner = await filed('partner');
    await expectRefused('rights', ofPartner);
    for (const account of ['platform', 'platform3', 'regulator', 'national'] as const)
      await expectRefused(account, ofPartner, 403);
    expect(await app.with(null).get(ofPartner.list)).toMatchObject({ status: 401 });
    expect([await readersOf(ofRights.id), await readersOf(ofPartner.id)]).toEqual([[], []]);
  });

  it('are those of this authorization alone', async () => {
    const [one, other] = [await filed('partner', ownedByRights()), await filed('partner', ownedByRights())];
    const loose = (await upload(app, 'partner', 'loose')).body.id;
    for (const account of ['partner', 'operator', 'rights'] as const) {
      for (const fileId of [other.fileId, loose, newId(), 'x'])
        expect((await download(app, account, `${one.list}/${fileId}/content`)).status).toBe(404);
    }
  });

  it('stay readable to its owner and the operator after it is revoked', async () => {
    const authorization = await filed('partner', ownedByRights());
    await app.by('rights').post(`/v1/authorizations/${authorization.id}/revocation`, { reason: '未曾授权' });
    await expectRead('operator', authorization);
    await expectRead('rights', authorization);
  });
});
