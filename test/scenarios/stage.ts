import { complaintAbout, pasted } from '../support/complaints.js';
import { type Answer, type DemoAccount, startTestApp, type TestApp } from '../support/app.js';

/** A notice of one item, as the tests of its life want it: with everybody who can do something about it. */
export interface Matter {
  id: string;
  complaintId: string;
  itemId: string;
  itemIds: string[];
  platform: DemoAccount;
  by: DemoAccount;
}

/** A user who answers with all that any law asks for. */
export const respondent = {
  name: '李四',
  idType: 'resident_id',
  idNumber: '11010519491231002X',
  contact: '13800000000',
  phone: '13800000000',
  address: '北京市海淀区某路1号',
};
export const counter = {
  respondent,
  statement: '该内容系本人合法取得授权后上传，不构成侵权。',
  reasonCode: 'licensed',
  evidence: [{ kind: 'ownership', text: '授权书编号 2026-01' }],
  statements: { accuracy: true, perjury: true, jurisdiction: true, signature: '李四' },
};
const statements = { accuracy: true, goodFaith: true, perjury: true, signature: '张三' };
export const suit = { kind: 'suit', number: '（2026）京0491民初12345号', authority: '北京互联网法院' } as const;

/** The demo platforms by the law that their notices run under. */
export const platformOf = {
  netdisk: 'platform',
  douyin: 'platform2',
  taobao: 'platform3',
} as const satisfies Record<string, DemoAccount>;

/** Where a thing was found: one of the demo platforms, or one that a test registered for another law. */
export interface Place {
  platform: DemoAccount;
  paste: () => string;
}

export async function startStage(options: Parameters<typeof startTestApp>[0] = {}) {
  const app = await startTestApp(options);
  return stageOf(app);
}

export function stageOf(app: TestApp) {
  let places = 0;
  const now = async () => (await app.by('operator').get('/v1/sandbox/clock')).body.now as string;
  const post = (account: DemoAccount, path: string, body: object = {}) => app.by(account).post(path, body);
  return {
    app,
    now,
    post,
    /**
     * To a day that is the same whenever the tests run: Wednesday, 27 November 2030, the eve of Thanksgiving, in a
     * calendar that has papers up to 2031, with three days of 元旦 in the last year.
     */
    async onDay(instant = '2030-11-27T02:00:00Z') {
      for (const year of [2027, 2028, 2029, 2030, 2031]) {
        const dates = year === 2031 ? ['01-01', '01-02', '01-03'] : ['01-01'];
        const { status, body } = await post('operator', '/v1/calendars', {
          version: `cn-${year}`,
          jurisdiction: 'CN',
          coveredFrom: `${year}-01-01`,
          coveredUntil: `${year}-12-31`,
          days: dates.map((date) => ({ date: `${year}-${date}`, kind: 'holiday', name: '元旦' })),
          source: '国务院办公厅的通知',
        });
        if (status !== 201) throw new Error(JSON.stringify(body));
      }
      await post('operator', '/v1/sandbox/clock', { set: instant });
    },
    /** The operator registers a platform under another law; a demo platform's people answer for it. */
    async register(regime: string, changes: object = {}, platform: DemoAccount = 'platform2'): Promise<Place> {
      const host = `${regime.replace('.', '-')}-${++places}.example.com`;
      const { body: me } = await app.by(platform).get('/v1/me');
      const { status, body } = await post('operator', '/v1/platforms', {
        name: host,
        serviceType: 'cloud_cdn',
        regime,
        regionCode: '110000',
        hosts: [host],
        appIds: [],
        organizationId: me.organization.id,
        joinedAt: await now(),
        ...changes,
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      let pages = 0;
      return { platform, paste: () => `https://${host}/film/${++pages}` };
    },
    /** Files one complaint about things on one platform; served. */
    async served(
      where: keyof typeof platformOf | Place,
      {
        by = 'rights',
        count = 1,
        texts,
        ...changes
      }: { by?: DemoAccount; count?: number; texts?: string[] } & Record<string, unknown> = {},
    ): Promise<Matter> {
      const { platform, paste } =
        typeof where === 'string' ? { platform: platformOf[where], paste: pasted[where] } : where;
      const pastes = texts ?? Array.from({ length: count }, paste);
      const { status, body } = await post(by, '/v1/complaints', complaintAbout(pastes, { statements, ...changes }));
      if (status !== 201 || body.notices.length !== 1) throw new Error(JSON.stringify(body));
      const itemIds = body.targets.map(({ itemId }: { itemId: string }) => itemId) as string[];
      return {
        id: body.notices[0].id,
        complaintId: body.id,
        itemId: itemIds[0]!,
        itemIds,
        platform,
        by,
      };
    },
    decide: ({ id, itemIds, platform }: Matter, outcome: string, more: object = {}) =>
      post(platform, `/v1/notices/${id}/decisions`, {
        decisions: itemIds.map((itemId) => ({ itemId, outcome, ...more })),
      }),
    read: async ({ id, by }: Matter) => (await app.by(by).get(`/v1/notices/${id}`)).body,
    item: async ({ id, by, itemId }: Matter) =>
      (await app.by(by).get(`/v1/notices/${id}`)).body.items.find((one: { id: string }) => one.id === itemId),
    state: async ({ id, by, itemId }: Matter) =>
      (await app.by(by).get(`/v1/notices/${id}`)).body.items.find((one: { id: string }) => one.id === itemId)
        .state as string,
    /** The newest clock of a kind (`wait`, `restore`, …), as the complainant reads it. */
    clock: async ({ id, by }: Matter, rule: string) =>
      (await app.by(by).get(`/v1/notices/${id}`)).body.deadlines.findLast((one: { rule: string }) =>
        one.rule.endsWith(rule),
      ),
    async counter(matter: Matter, changes: object = {}): Promise<Answer> {
      return post(matter.platform, `/v1/items/${matter.itemId}/counter-notices`, {
        ...counter,
        receivedAt: await now(),
        forward: true,
        ...changes,
      });
    },
    async prove(matter: Matter, counterId: string, changes: object = {}): Promise<Answer> {
      return post(matter.by, `/v1/counter-notices/${counterId}/proceedings`, {
        ...suit,
        filedAt: await now(),
        ...changes,
      });
    },
    /** The sandbox clock to an instant; the worker records what became due. */
    async until(instant: string) {
      const { status, body } = await post('operator', '/v1/sandbox/clock', { set: instant });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
    },
  };
}
