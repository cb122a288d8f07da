import type { Tx } from '#database';
import { Problem } from '#kernel';
import { endMailLinks, mintMailLinks } from './mail-links.js';
import { writeLetters } from './write-letters.js';

/** How often a day a new link can be asked for by whoever holds an old one. */
export const linksAskedForADay = 3;

/**
 * Mails a new link to the address on file, whoever asks; the links that were sent before end. Only for a notice that was
 * served by mail on a platform that has no account yet.
 * @throws Problem `wrong_state`, and `rate_limited` where the holder of an old link asks too often
 */
export async function renewMailLink(
  tx: Tx,
  now: Date,
  noticeId: string,
  { publicUrl, isAskedFor }: { publicUrl: string; isAskedFor: boolean },
): Promise<void> {
  const [notice] = await tx.query<Array<About>>(
    `select n.number as "noticeNumber", n.title, p.name as "platformName", n.item_count as "itemCount",
       n.platform_organization_id as "organizationId", p.contact_email as address,
       (select count(*)::int from mail_links where notice_id = n.id and is_asked_for and created_at > $2::timestamptz - interval '1 day') as asked
     from notices n join platforms p on p.id = n.platform_id
     join organizations o on o.id = n.platform_organization_id and o.stands_in_for = p.id
     where n.id = $1 and p.joined_at is null and p.contact_email is not null`,
    [noticeId, new Date()],
  );
  if (!notice) throw new Problem('wrong_state', { detail: 'This notice is not answered by mail, or has no address.' });
  if (isAskedFor && notice.asked >= linksAskedForADay) {
    const detail = `A new link can be asked for ${linksAskedForADay} times a day.`;
    throw new Problem('rate_limited', { detail, retryAfterSeconds: 60 * 60 });
  }
  const { address, organizationId, asked: _asked, ...about } = notice;
  await endMailLinks(tx, [noticeId]);
  const [link] = await mintMailLinks(tx, [{ noticeId, address, isAskedFor }], publicUrl);
  const data = { ...about, url: link!.url, expiresAt: link!.expiresAt.toISOString() };
  await writeLetters(tx, now, [
    {
      organizationId,
      recipient: address,
      locale: 'both',
      template: 'mail_link_renewed',
      data: { zh: data, en: data },
    },
  ]);
}

interface About {
  noticeNumber: string;
  title: string;
  platformName: string;
  itemCount: number;
  organizationId: string;
  address: string;
  asked: number;
}
