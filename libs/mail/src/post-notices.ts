import type { Tx } from '#database';
import { newId } from '#kernel';
import { clocksAhead } from '#notices';
import { factsOfServiceLetters, serviceLetter } from './service-letters.js';
import { mintMailLinks } from './mail-links.js';
import type { PostedService, ToPost } from './posted-service.js';
import { openReplyAddresses } from './reply-addresses.js';
import { supersedeServices } from './supersede-services.js';
import { writeLetters } from './write-letters.js';

/** Where the links of a letter lead, and where an answer to it goes. */
export interface PostSettings {
  publicUrl: string;
  mailReply: string | null;
}

/**
 * Writes the letter by which each notice is served on a platform that has no inbox here but a published address: one a
 * notice and address, unless `again` asks for another. What is on its way to an address that was corrected since is
 * called back. At most `limit` a call, oldest first; returns how many were written. A constant number of statements.
 */
export async function postNotices(
  tx: Tx,
  now: Date,
  which: ToPost,
  { publicUrl, mailReply, limit = 200, again = false }: PostSettings & { limit?: number; again?: boolean },
): Promise<number> {
  await supersedeServices(tx, now, which, again ? 'all' : 'misaddressed');
  const services = await insertServices(tx, now, which, limit, again);
  const noticeIds = services.map(({ noticeId }) => noticeId);
  if (noticeIds.length === 0) return 0;
  const facts = await factsOfServiceLetters(tx, noticeIds);
  const clocks = await clocksAhead(tx, now, noticeIds);
  const links = await mintMailLinks(tx, services, publicUrl);
  const replies = await openReplyAddresses(tx, services, mailReply);
  await writeLetters(
    tx,
    now,
    services.map((service, place) => ({
      ...serviceLetter(service, facts.get(service.noticeId)!, clocks.get(service.noticeId) ?? [], links[place]!),
      replyTo: replies[place],
    })),
  );
  return services.length;
}

/** Where two listeners come to one notice at once, the index lets the first write its service and the other none. */
async function insertServices(tx: Tx, now: Date, which: ToPost, limit: number, again: boolean) {
  const waiting = await tx.query<Array<Omit<PostedService, 'id'> & { platformId: string }>>(
    `select n.id as "noticeId", n.platform_id as "platformId", p.contact_email as address
     from notices n join platforms p on p.id = n.platform_id
     where n.state = 'awaiting_service' and p.joined_at is null and p.contact_email is not null
       and ${'noticeIds' in which ? 'n.id = any($1)' : 'n.platform_id = $1'}
       and ($3 or not exists (select from mail_services s where s.notice_id = n.id and s.address = p.contact_email
                                and s.state <> 'superseded'))
     order by n.id limit $2`,
    ['noticeIds' in which ? which.noticeIds : which.platformId, limit, again],
  );
  return tx.query<PostedService[]>(
    `insert into mail_services (id, notice_id, platform_id, address, state, created_at)
     select id, "noticeId", "platformId", address, 'waiting', $2
     from jsonb_to_recordset($1) as s(id uuid, "noticeId" uuid, "platformId" uuid, address text)
     on conflict (notice_id) where state = 'waiting' do nothing
     returning id, notice_id as "noticeId", address`,
    [JSON.stringify(waiting.map((row) => ({ id: newId(), ...row }))), now],
  );
}
