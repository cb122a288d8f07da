import { randomBytes } from 'node:crypto';
import type { Tx } from '#database';
import { hashOfSecret } from '#identity';
import type { DataSource } from 'typeorm';
import { replyAddress } from './domain/reply-address.js';
import type { MailServiceState } from './mail-channel.entity.js';

/**
 * Makes an address each to which answers to the letters of these services go, in order; none where no mailbox is read.
 * One statement.
 * @param base `MAIL_REPLY`
 */
export async function openReplyAddresses(
  tx: Tx,
  services: ReadonlyArray<{ id: string }>,
  base: string | null,
): Promise<Array<string | undefined>> {
  if (base === null) return services.map(() => undefined);
  const tokens = services.map(() => randomBytes(16).toString('hex'));
  await tx.query(
    `update mail_services s set reply_hash = r.hash from jsonb_to_recordset($1) as r(id uuid, hash text) where s.id = r.id`,
    [JSON.stringify(services.map(({ id }, place) => ({ id, hash: hashOfSecret(tokens[place]!) })))],
  );
  return tokens.map((token) => replyAddress(base, token));
}

/** A sending of a notice by mail that a message is about. */
export interface AddressedService {
  id: string;
  noticeId: string;
  /** The address on file to which the letter went. */
  address: string;
  state: MailServiceState;
  endedAt: Date | null;
  /** Who stands in for the platform; null where the notice is not, or no longer, served by mail. */
  organizationId: string | null;
  regionCode: string | null;
}

/** The service to whose reply address, or about whose letter, a message was sent; null where it names none. */
export async function findAddressedService(
  db: Tx | DataSource,
  named: { tokens: readonly string[]; letterIds: readonly string[] },
): Promise<AddressedService | null> {
  const { tokens, letterIds } = named;
  const [service] = await db.query<AddressedService[]>(
    `select s.id, s.notice_id as "noticeId", s.address, s.state, s.ended_at as "endedAt", o.id as "organizationId",
       o.region_code as "regionCode"
     from mail_services s join notices n on n.id = s.notice_id
     left join organizations o on o.id = n.platform_organization_id and o.stands_in_for = s.platform_id
     where s.reply_hash = any($1) or s.id in (
       select substr(once_key, 7)::uuid from letters where id = any($2) and once_key like 'serve:%')
     order by s.id desc limit 1`,
    [tokens.map(hashOfSecret), letterIds],
  );
  return service ?? null;
}
