import { inTransaction } from '#database';
import { deliverWebhook, keepDeliveries } from '#webhooks';
import { announce, context, database, oneDelivery, only, organizationId } from './delivery-stage.js';
import { deliveriesIn, recordEvent } from './support.js';

const monthName = (offset: number) => {
  const day = new Date();
  const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + offset, 1));
  return `webhook_deliveries_${month.toISOString().slice(0, 7).replace('-', '_')}`;
};
const parts = async (): Promise<string[]> =>
  (
    await database.query(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'webhook_deliveries'::regclass order by 1`,
    )
  ).map(({ name }: { name: string }) => name);
const partOf = async (id: string): Promise<string> =>
  (await database.query('select tableoid::regclass::text as part from webhook_deliveries where id = $1', [id]))[0].part;
/** An id as it would have been made so many months from now. */
const idIn = async (months: number): Promise<string> =>
  (
    await database.query(
      `select (left(uuid_since(date_trunc('month', clock_timestamp(), 'UTC') + $1 * interval '1 month' + interval '3 days')::text, 14)
         || '7000-8000-' || lpad(to_hex((random() * 1e9)::int), 12, '0'))::uuid::text as id`,
      [months],
    )
  )[0].id;

it('deliveries lie in the part of their month, and those of the months to come are ready', async () => {
  const { id } = await oneDelivery();
  expect(await partOf(id)).toBe(monthName(0));
  expect(await parts()).toEqual(expect.arrayContaining([0, 1, 2, 3].map(monthName)));
  expect(await parts()).toContain('webhook_deliveries_rest');
});

it('the upkeep makes a month that is missing and moves into it what had no place', async () => {
  const { id } = await oneDelivery();
  await database.query(`drop table ${monthName(2)}`);
  const late = await idIn(2);
  await database.query('update webhook_deliveries set id = $2 where id = $1', [id, late]);
  expect(await partOf(late)).toBe('webhook_deliveries_rest');
  await keepDeliveries(database);
  expect(await partOf(late)).toBe(monthName(2));
  await deliverWebhook(context(), late);
  expect((await only()).state).toBe('delivered');
});

it('what has had its months is dropped with its announcements, and nothing else is', async () => {
  const { id, event } = await oneDelivery();
  const old = await idIn(-5);
  await database.query(
    `create table ${monthName(-5)} (like webhook_deliveries including defaults including constraints)`,
  );
  await database.query(`insert into webhook_announcements (event_id, endpoint_id) values ($1, $1)`, [old]);
  await inTransaction(database, async (tx) => {
    // the month as it would be there: split off the first part, which reaches back without end
    await tx.query(`alter table webhook_deliveries detach partition ${monthName(0)}`);
    await tx.query(
      `do $$ begin
         execute format('alter table webhook_deliveries attach partition ${monthName(-5)} for values from (minvalue) to (%L)',
           uuid_since(date_trunc('month', clock_timestamp(), 'UTC')));
         execute format('alter table webhook_deliveries attach partition ${monthName(0)} for values from (%L) to (%L)',
           uuid_since(date_trunc('month', clock_timestamp(), 'UTC')),
           uuid_since(date_trunc('month', clock_timestamp(), 'UTC') + interval '1 month'));
       end $$`,
    );
  });
  await keepDeliveries(database);
  expect(await parts()).not.toContain(monthName(-5));
  expect((await deliveriesIn(database)).map((row) => row.id)).toEqual([id]);
  const announced = await database.query('select event_id from webhook_announcements');
  expect(announced.map((row: { event_id: string }) => row.event_id)).not.toContain(old);
  await announce({ ...event, type: 'notice.served', audience: [organizationId] });
  expect(await deliveriesIn(database)).toHaveLength(1);
});

it('an installation that was neglected writes on', async () => {
  await database.query(`drop table ${monthName(0)}`);
  const { id } = await oneDelivery();
  expect(await partOf(id)).toBe('webhook_deliveries_rest');
  await announce(await recordEvent(database, [organizationId]));
  await keepDeliveries(database);
  expect(await partOf(id)).toBe(monthName(0));
});
