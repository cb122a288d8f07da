import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction, type Tx } from '#database';
import { calendarOutlook, warningsOf } from '#deadlines';
import type { Configuration } from '#kernel';
import { type LetterLocale, writeLetters } from '#mail';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { CONFIGURATION } from './tokens.js';

const beijingDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/**
 * Next year's rest days are published in autumn; without them clocks count weekends alone. Operators are told by letter,
 * once a day and calendar, for as long as clocks rest on days that no paper covers or the coverage is about to end.
 */
@Injectable()
export class CalendarWatch implements OnModuleDestroy {
  private readonly turns = new InTurn('calendar-watch', () => this.lookOnce());

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'publicUrl'>,
  ) {}

  @Interval('calendar-watch', 600_000)
  look(): Promise<void> {
    return this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
  }

  /** How many letters were written; none where the calendars reach far enough or today's were written before. */
  lookOnce(): Promise<number> {
    return inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      const outlook = await calendarOutlook(tx, now);
      if (warningsOf(outlook).length === 0) return 0;
      const { version, coveredUntil, uncoveredDeadlines } = outlook;
      const people = await readOperators(tx);
      const letters = people.map(({ organizationId, recipient, locale }) => ({
        // the key is unique in the table of letters: whoever looks at the same time writes nothing
        onceKey: `calendar_uncovered:${version}:${beijingDay.format(now)}:${recipient}`,
        organizationId,
        recipient,
        locale,
        template: 'calendar_uncovered' as const,
        data: { version, coveredUntil, uncoveredDeadlines, url: `${this.configuration.publicUrl}/calendars` },
      }));
      return (await writeLetters(tx, now, letters)).length;
    });
  }
}

function readOperators(tx: Tx) {
  return tx.query<Array<{ organizationId: string; recipient: string; locale: LetterLocale }>>(
    `select m.organization_id as "organizationId", m.email as recipient, m.locale
     from members m join organizations o on o.id = m.organization_id
     where o.kind = 'operator' and m.role <> 'viewer' and m.email_confirmed_at is not null and m.disabled_at is null
     order by m.id limit 20`,
  );
}
