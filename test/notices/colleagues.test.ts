import { addColleague } from '../support/colleague.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the people one works with', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ worker: false });
  }, 60_000);
  afterAll(() => app?.close());

  it('are known by name to whoever handles notices, of the own organization only', async () => {
    const wang = await addColleague(app, 'platform', '王五');
    const { status, body } = await wang.client.get('/v1/colleagues');
    expect(status).toBe(200);
    expect(body.data).toContainEqual({ id: wang.id, name: '王五', isActive: true });
    expect(body.data.every((row: object) => Object.keys(row).join() === 'id,name,isActive')).toBe(true);
    const elsewhere = await app.by('platform2').get('/v1/colleagues');
    expect(elsewhere.body.data).not.toContainEqual(expect.objectContaining({ id: wang.id }));
  });
});
