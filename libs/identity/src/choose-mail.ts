import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { type MailKind, mailKinds } from './domain/mail-kinds.js';

export type MailChoices = Record<MailKind, boolean>;

/** Which kinds of mail a member wants; null where there is no such member. */
export async function mailChoicesOf(database: Tx | DataSource, memberId: string): Promise<MailChoices | null> {
  const rows = await database.query<Array<{ off: MailKind[] }>>(
    'select mail_off as off from members where id = $1 and removed_at is null',
    [memberId],
  );
  return rows[0] ? choicesWithout(rows[0].off) : null;
}

/** Turns kinds of mail on or off, the others stay. Returns what is wanted then; null where there is no such member. */
export async function chooseMail(
  tx: Tx,
  memberId: string,
  wants: Partial<Record<MailKind, boolean | undefined>>,
): Promise<MailChoices | null> {
  const named = mailKinds.filter((kind) => wants[kind] !== undefined);
  const [rows] = await tx.query<[Array<{ off: MailKind[] }>, number]>(
    `update members set mail_off = array(
       select kind from unnest(mail_off) kind where kind <> all($2) union select unnest($3::text[]))
     where id = $1 and removed_at is null returning mail_off as off`,
    [memberId, named, named.filter((kind) => wants[kind] === false)],
  );
  return rows[0] ? choicesWithout(rows[0].off) : null;
}

function choicesWithout(off: readonly MailKind[]): MailChoices {
  const chosen = mailKinds.map((kind) => [kind, !off.includes(kind)] as const);
  return Object.fromEntries(chosen) as MailChoices;
}
