import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction, type Tx } from '#database';
import { type OrganizationKind, type Role, scopesOf } from '#identity';
import type { Configuration } from '#kernel';
import { type LetterLocale, type NewLetter, writeLetters } from '#mail';
import { countWaiting, nearestDue } from '#statistics';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { CONFIGURATION } from './tokens.js';

const membersAtOnce = 50;
const nearestShown = 5;

interface Reader {
  id: string;
  name: string;
  recipient: string;
  locale: LetterLocale;
  role: Role;
  organizationId: string;
  organizationKind: OrganizationKind;
  /** In Beijing. */
  day: string;
}

/**
 * At eight in the morning, Beijing time, everybody who wants it is written what waits for them; whoever has nothing
 * waiting is left in peace. Any number of processes may look at once: each member is taken by one, once a day.
 */
@Injectable()
export class Digests implements OnModuleDestroy {
  private readonly turns = new InTurn('digests', async (goesOn) => {
    while (goesOn() && (await this.writeOnce()) === membersAtOnce);
  });

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'publicUrl'>,
  ) {}

  @Interval('digests', 60_000)
  run(): Promise<void> {
    return this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
  }

  /** Returns for how many members it has looked, at most 50. */
  writeOnce(): Promise<number> {
    return inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      const readers = await takeReaders(tx, now);
      const letters: NewLetter[] = [];
      for (const reader of readers) letters.push(...(await this.letterTo(tx, reader)));
      await writeLetters(tx, now, letters);
      return readers.length;
    });
  }

  private async letterTo(tx: Tx, reader: Reader): Promise<NewLetter[]> {
    const { id, name, recipient, locale, role, organizationId, organizationKind, day } = reader;
    const scopes = new Set(scopesOf(organizationKind, role));
    const asking = { organizationId, organizationKind, scopes, responsibleMemberId: id };
    const waiting = (await countWaiting(tx, asking)).filter(({ count }) => count > 0);
    if (waiting.length === 0) return [];
    const nearest = await nearestDue(tx, asking, nearestShown);
    return [
      {
        onceKey: `digest:${day}:${id}`,
        organizationId,
        memberId: id,
        recipient,
        locale,
        template: 'digest',
        data: {
          name,
          waiting: waiting.map(({ key, count, isMore }) => [key, isMore ? `${count}+` : String(count)]),
          nearest: nearest.map(({ number, title, dueAt }) => [number, title, dueAt.toISOString()]),
          url: `${this.configuration.publicUrl}/workbench`,
        },
      },
    ];
  }
}

/** The day in Beijing that began at eight in the morning. */
const dayOf = (at: string) => `((${at} at time zone 'Asia/Shanghai') - interval '8 hours')::date`;

/** Those whose day has begun and for whom nobody has looked yet; nobody is written to on the day on which they came. */
async function takeReaders(tx: Tx, now: Date): Promise<Reader[]> {
  const [rows] = await tx.query<[Reader[], number]>(
    `with today as (select ${dayOf('$1::timestamptz')} as day),
     taken as (
       select m.id from members m, today
       where m.email_confirmed_at is not null and m.disabled_at is null and not 'digest' = any(m.mail_off)
         and coalesce(m.digested_on, ${dayOf('m.created_at')}) < today.day
       order by m.id limit ${membersAtOnce} for update of m skip locked)
     update members m set digested_on = today.day
     from taken, today, organizations o
     where m.id = taken.id and o.id = m.organization_id
     returning m.id, m.name, m.email as recipient, m.locale, m.role, o.id as "organizationId",
       o.kind as "organizationKind", today.day::text as day`,
    [now],
  );
  return rows;
}
