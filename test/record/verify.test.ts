import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canonicalJson, sha256Hex } from '#kernel';
import { type RecordFault, verifyRecord } from '#record';
import { install } from '../../apps/api/src/install.js';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { root } from '../house/source-tree.js';
import { openRecordStage, type RecordStage } from './record-stage.js';

/** Yesterday at ten and today just after midnight, in Beijing: what waits two days for its head is a fault. */
const hour = 3_600_000;
const midnight = Math.floor((Date.now() + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour;
const day = new Date(midnight - 14 * hour);
const later = new Date(midnight + 30_000);

let stage: RecordStage;
let matters: string[];
beforeEach(async () => {
  stage = await openRecordStage();
  matters = await stage.write(day, [4, 3, 5]);
  await stage.closeDay(later);
}, 30_000);
afterEach(() => stage.close());

const event = (matter: number, sequence: number, fault: string) => ({
  of: 'event',
  matterId: matters[matter],
  sequence,
  throughSequence: sequence,
  fault,
});
const rootDiffers = { of: 'head', number: 1, fault: 'root_differs' };

/** Writes another payload and all that follows from it, as somebody would who knows how the chain is made. */
async function rewrite(matterId: string, sequence: number): Promise<void> {
  const rows = await stage.database.query<Array<{ sequence: number; payload: string }>>(
    'select sequence, payload from events where matter_id = $1 and sequence >= $2 order by sequence',
    [matterId, sequence],
  );
  let previousHash: string | null = null;
  for (const row of rows) {
    const changed = JSON.parse(row.payload);
    if (row.sequence === sequence) changed.data.round = 99;
    if (previousHash) changed.previousHash = previousHash;
    const payload = canonicalJson(changed);
    previousHash = sha256Hex(payload);
    await stage.tamper([
      'update events set payload = $3, hash = $4 where matter_id = $1 and sequence = $2',
      [matterId, row.sequence, payload, previousHash],
    ]);
  }
  await stage.tamper(['update event_chains set last_hash = $2 where matter_id = $1', [matterId, previousHash]]);
}

describe('npm run verify', () => {
  it('finds a record whole as it was written', async () => {
    await stage.write(later, [2]);
    expect(await stage.verify()).toEqual({
      matters: 4,
      events: 14,
      heads: 1,
      stamped: 0,
      withoutHead: 2,
      faults: 0,
      told: [],
    });
  });

  it('names an event whose text was changed', async () => {
    const sql = `update events set payload = replace(payload, '"round":1', '"round":7') where matter_id = $1`;
    await stage.tamper([sql, [matters[0]]]);
    expect((await stage.verify()).told).toEqual([event(0, 2, 'changed')]);
  });

  it('names an event of which only a column was changed', async () => {
    await stage.tamper([
      `update events set at = at + interval '1 hour' where matter_id = $1 and sequence = 3`,
      [matters[2]],
    ]);
    expect((await stage.verify()).told).toEqual([event(2, 3, 'changed')]);
  });

  it('names an event that was changed with a hash that fits it, by the one after it', async () => {
    const sql = `update events set payload = p, hash = encode(sha256(convert_to(p, 'UTF8')), 'hex')
      from (select id as i, replace(payload, '"round":1', '"round":7') as p from events) c
      where i = id and matter_id = $1 and sequence = 2`;
    await stage.tamper([sql, [matters[0]]]);
    expect((await stage.verify()).told).toEqual([event(0, 2, 'changed'), rootDiffers]);
  });

  it('names by the head an event that was changed together with the whole chain after it', async () => {
    await rewrite(matters[2]!, 4);
    const { told, faults } = await stage.verify();
    expect(told).toEqual([event(2, 4, 'changed'), event(2, 5, 'changed'), rootDiffers]);
    expect(faults).toBe(3);
  });

  it('names an event taken out of the middle', async () => {
    await stage.tamper(['delete from events where matter_id = $1 and sequence = 2', [matters[1]]]);
    expect((await stage.verify()).told).toEqual([event(1, 2, 'missing'), rootDiffers]);
  });

  it('names the last event when it was taken off', async () => {
    await stage.tamper(['delete from events where matter_id = $1 and sequence = 5', [matters[2]]]);
    expect((await stage.verify()).told).toEqual([event(2, 5, 'missing'), rootDiffers]);
  });

  it('names by the head a last event that was taken off together with the word of it', async () => {
    await stage.tamper(
      ['delete from events where matter_id = $1 and sequence = 5', [matters[2]]],
      [
        `update event_chains set last_sequence = 4, last_hash = (select hash from events where matter_id = $1 and sequence = 4)
         where matter_id = $1`,
        [matters[2]],
      ],
    );
    expect((await stage.verify()).told).toEqual([event(2, 5, 'missing'), rootDiffers]);
  });

  it('names every event of a matter that was removed whole, with and without its chain', async () => {
    await stage.tamper(['delete from events where matter_id = $1', [matters[1]]]);
    const lost = [1, 2, 3].map((sequence) => event(1, sequence, 'missing'));
    expect((await stage.verify()).told).toEqual([...lost, rootDiffers]);
    await stage.tamper(['delete from event_chains where matter_id = $1', [matters[1]]]);
    expect((await stage.verify()).told).toEqual([...lost, rootDiffers]);
  });

  it('tells two events that were exchanged from changed ones', async () => {
    await stage.tamper(
      ['update events set sequence = -sequence where matter_id = $1 and sequence in (2, 3)', [matters[0]]],
      ['update events set sequence = 5 + sequence where matter_id = $1 and sequence < 0', [matters[0]]],
    );
    expect((await stage.verify()).told).toEqual([event(0, 2, 'reordered'), event(0, 3, 'reordered')]);
  });

  it('tells events whose positions were exchanged', async () => {
    const [first, second] = await stage.database.query<Array<{ id: string; position: string }>>(
      'select id, position from events where matter_id = any($1) and sequence = 1 order by position limit 2',
      [matters],
    );
    await stage.tamper(
      ['update events set position = null where id = $1', [first!.id]],
      ['update events set position = $2 where id = $1', [second!.id, first!.position]],
      ['update events set position = $2 where id = $1', [first!.id, second!.position]],
    );
    const { told } = await stage.verify();
    expect(told.map(({ fault }) => fault)).toEqual(['reordered', 'reordered', 'root_differs']);
  });

  it('sees a head that was removed, changed, or whose leaves were', async () => {
    await stage.write(later, [3]);
    await stage.closeDay(new Date(later.getTime() + 24 * hour));
    const head = (number: number, fault: string) => ({ of: 'head', number, fault });
    await stage.tamper([`update record_heads set made_at = made_at + interval '1 s' where number = 2`]);
    expect((await stage.verify()).told).toEqual([head(2, 'changed')]);
    await stage.tamper([`update record_blocks set leaves = substr(leaves, 53) where head_number = 2`]);
    expect((await stage.verify()).told).toContainEqual(head(2, 'blocks_differ'));
    await stage.tamper(
      ['delete from record_blocks where head_number = 1'],
      ['delete from record_heads where number = 1'],
    );
    expect((await stage.verify()).told).toContainEqual(head(1, 'missing'));
  });

  it('sees that events have waited too long for a head, and a gap behind the last head', async () => {
    await stage.tamper([
      `update events set position = position + 1 where position = (select max(position) from events)`,
    ]);
    await stage.write(new Date(Date.now() - 72 * 3_600_000), [2]);
    await stage.tamper(['delete from record_blocks'], ['delete from record_heads']);
    const { told } = await stage.verify();
    expect(told).toEqual([
      { of: 'position', position: 12, throughPosition: 12, fault: 'missing' },
      { of: 'head', number: 1, fault: 'missing' },
    ]);
  });

  it('reads one snapshot: what is written and closed while it reads is not in it', async () => {
    await stage.database.query(
      `update record_heads set timestamp_token = 'x', timestamp_authority = 'x', stamped_at = made_at`,
    );
    const told: RecordFault[] = [];
    // the token of the first head is asked about when all chains have been read
    const result = await verifyRecord(
      stage.database,
      (fault) => told.push(fault),
      async () => {
        await stage.write(later, [3, 2]);
        await stage.closeDay(new Date(later.getTime() + 24 * hour));
        await stage.write(later, [1]);
        return true;
      },
    );
    expect({ ...result, told }).toMatchObject({ events: 12, heads: 1, withoutHead: 0, faults: 0, told: [] });
    expect(await stage.verify()).toMatchObject({ events: 18, heads: 2, withoutHead: 1, faults: 0 });
  });
});

describe('the program', () => {
  it('prints each fault and the counts, and its exit code tells whether the record is whole', async () => {
    expect(await run(stage.url)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^12 events of 3 matters, 1 heads \(0 timestamped\), 0 events not yet .*: whole \(/,
      ),
    });
    await stage.tamper(['delete from events where matter_id = $1 and sequence = 2', [matters[1]]]);
    const { code, stdout } = await run(stage.url);
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      `matter ${matters[1]}, event 2: missing`,
      'head 1: root_differs (the events in its range do not give its root)',
    ]);
    expect(await run('postgres://nobody@127.0.0.1:1/none')).toMatchObject({ code: 2 });
  }, 30_000);

  it('tells a timestamp that does not verify', async () => {
    await stage.database.query(
      `update record_heads set timestamp_token = 'no token', timestamp_authority = 'nobody', stamped_at = made_at`,
    );
    expect(await run(stage.url)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^head 1: timestamp_invalid[^\n]*\n12 events .* 1 faults/),
    });
  }, 30_000);

  it('reads the data folder of the standalone application, whether it runs or not', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'tongshan-verify-'));
    const postgres = await startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' } });
    try {
      await install(postgres.url);
      const whole = {
        code: 0,
        stdout: expect.stringContaining('0 heads (0 timestamped), 0 events not yet in a head: whole'),
      };
      expect(await run(undefined, dataFolder)).toMatchObject(whole);
      await postgres.stop();
      expect(await run(undefined, dataFolder)).toMatchObject(whole);
    } finally {
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  }, 60_000);
});

function run(url: string | undefined, dataFolder?: string): Promise<{ code: number; stdout: string }> {
  const loader = join(root, 'test/support/register-source.mjs');
  const command = ['--import', loader, join(root, 'apps/standalone/src/verify.ts')];
  const env = { PATH: process.env['PATH'], ...(url ? { DATABASE_URL: url } : { DATA_DIR: dataFolder }) };
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (failure) => failure,
  );
}
