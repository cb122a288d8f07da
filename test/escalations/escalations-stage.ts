import { domainNow, inTransaction, moveClock, type Tx } from '#database';
import { takeDue } from '#deadlines';
import { type Breach, openForBreaches } from '#escalations';
import { createMember, hashPassword } from '#identity';
import { newId } from '#kernel';
import { recordDeadlineMarks } from '#notices';
import { type Client, demoPassword, startTestApp } from '../support/app.js';
import { complaintAbout } from '../support/complaints.js';

export interface Row {
  id: string;
  state: string;
  reasons: string[];
  severity: number;
  basis: string;
  deadline_ids: string[];
  regulator_organization_id: string | null;
  region_code: string;
  claimed_by_member_id: string | null;
  ended_note: string | null;
  packet: any;
}

/** The product without its worker: each test takes the worker's steps itself, in the order that it wants to see. */
export async function escalationsStage() {
  const app = await startTestApp({ worker: false });
  const { database } = app;
  const inTx = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
    inTransaction(database, async (tx) => work(tx, await domainNow(tx)));

  async function file(texts: readonly string[], changes: Record<string, unknown> = {}) {
    const { status, body } = await app.by('rights').post('/v1/complaints', complaintAbout(texts, changes));
    if (status !== 201) throw new Error(JSON.stringify(body));
    const { body: notice } = await app.by('rights').get(`/v1/notices/${body.notices[0].id}`);
    return { complaintId: body.id as string, notice, noticeId: notice.id as string, items: notice.items as any[] };
  }

  /** Moves the clock and records what fell due, as the sweep does; returns the breaches as the log tells them. */
  async function passHours(hours: number): Promise<Breach[]> {
    await inTx((tx) => moveClock(tx, hours * 3_600_000));
    return inTx(async (tx, now) => {
      const marks = await takeDue(tx, now, 10_000);
      await recordDeadlineMarks(tx, now, marks);
      return marks.filter(({ mark, atExpiry }) => mark === 100 && atExpiry === 'breach');
    });
  }

  async function decide(noticeId: string, itemIds: readonly string[], account: 'platform' | 'platform2' = 'platform') {
    const decisions = itemIds.map((itemId) => ({ itemId, outcome: 'removed' }));
    const { status, body } = await app.by(account).post(`/v1/notices/${noticeId}/decisions`, { decisions });
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  /** A second person at the organization of a demo account, signed in. */
  async function colleagueOf(account: string, role: 'handler' | 'viewer'): Promise<Client & { memberId: string }> {
    const [{ organization_id: organizationId }] = await database.query(
      `select organization_id from members where email = $1`,
      [`${account}@demo.test`],
    );
    const email = `${newId()}@demo.test`;
    const passwordHash = await hashPassword(demoPassword);
    const memberId = await inTx((tx, now) =>
      createMember(tx, now, { organizationId, email, name: '李四', role, passwordHash, isEmailConfirmed: true }),
    );
    const { body } = await app.with(null).post('/v1/auth/login', { email, password: demoPassword });
    return { ...app.with(body.accessToken), memberId };
  }

  return {
    app,
    inTx,
    file,
    passHours,
    decide,
    colleagueOf,
    open: (breaches: readonly Breach[]) => inTx((tx, now) => openForBreaches(tx, now, breaches)),
    escalationsOf: (noticeId: string): Promise<Row[]> =>
      database.query('select * from escalations where subject_id = $1 order by id', [noticeId]),
    eventsOf: async (matterId: string): Promise<any[]> => {
      const rows = await database.query('select payload from events where matter_id = $1 order by sequence', [
        matterId,
      ]);
      return rows.map(({ payload }: { payload: string }) => JSON.parse(payload));
    },
    organizationOf: async (account: string): Promise<string> =>
      (await database.query('select organization_id from members where email = $1', [`${account}@demo.test`]))[0]
        .organization_id,
  };
}
