import type { Tx } from '#database';
import type { Addressee, NewLetter } from '#mail';
import { mintMailLinks } from '#mail';

/** The published address of a platform without members here: it reads in the language of nobody in particular. */
export type MailReader = Pick<Addressee, 'organizationId' | 'memberId' | 'recipient' | 'off'> & { locale: 'both' };

/** Of these organizations, those that stand in for a platform which is served by mail, with its address on file. */
export function readMailReaders(tx: Tx, organizationIds: readonly string[]): Promise<MailReader[]> {
  return tx.query<MailReader[]>(
    `select o.id as "organizationId", p.contact_email as recipient, 'both' as locale,
       null::uuid as "memberId", '{}'::text[] as off
     from organizations o join platforms p on p.id = o.stands_in_for
     where o.id = any($1) and p.contact_email is not null and p.joined_at is null`,
    [organizationIds],
  );
}

/** Letters to published addresses, each with a link of its own to the notice that it is about. One statement. */
export async function withLinks(
  tx: Tx,
  letters: ReadonlyArray<{ noticeId: string; letter: NewLetter }>,
  publicUrl: string,
): Promise<NewLetter[]> {
  const links = await mintMailLinks(
    tx,
    letters.map(({ noticeId, letter }) => ({ noticeId, address: letter.recipient })),
    publicUrl,
  );
  return letters.map(({ letter }, place) => {
    const { url } = links[place]!;
    const { zh, en } = letter.data as Record<'zh' | 'en', object>;
    return { ...letter, data: { zh: { ...zh, url }, en: { ...en, url } } } as NewLetter;
  });
}
