import type { Tx } from '#database';
import { hashOfSecret, newSecret } from '#identity';
import { addMilliseconds, newId } from '#kernel';
import type { DataSource } from 'typeorm';

/** How long a link opens: beyond the longest wait for a proof (law.md §3), short of a year's mail archive. Days. */
export const mailLinkDays = 30;
const day = 24 * 60 * 60_000;

export interface NewMailLink {
  noticeId: string;
  address: string;
  isAskedFor?: boolean;
}

/** A link as its letter names it: the address is known to that letter alone. */
export interface MintedLink {
  url: string;
  expiresAt: Date;
}

/** Makes a link each and returns them in order. One statement; real time, as all that guards a door. */
export async function mintMailLinks(tx: Tx, links: readonly NewMailLink[], publicUrl: string): Promise<MintedLink[]> {
  if (links.length === 0) return [];
  const createdAt = new Date();
  const expiresAt = addMilliseconds(createdAt, mailLinkDays * day);
  const tokens = links.map(() => newSecret());
  const rows = links.map(({ noticeId, address, isAskedFor = false }, place) => {
    const tokenHash = hashOfSecret(tokens[place]!);
    return { id: newId(), noticeId, address, isAskedFor, tokenHash, nonce: newSecret() };
  });
  await tx.query(
    `insert into mail_links (id, notice_id, token_hash, nonce, address, is_asked_for, created_at, expires_at)
     select id, "noticeId", "tokenHash", nonce, address, "isAskedFor", $2, $3
     from jsonb_to_recordset($1) as l(id uuid, "noticeId" uuid, "tokenHash" text, nonce text, address text, "isAskedFor" boolean)`,
    [JSON.stringify(rows), createdAt, expiresAt],
  );
  return tokens.map((token) => ({ url: `${publicUrl}/mail/notices/${token}`, expiresAt }));
}

/** What a link that was opened leads to. */
export interface OpenedLink {
  id: string;
  noticeId: string;
  noticeNumber: string;
  platformName: string;
  nonce: string;
  /** The organization that stands in for the platform; null where the notice is not, or no longer, served by mail. */
  organizationId: string | null;
  regionCode: string | null;
  /**
   * `open`, or why not: too old, replaced by a later one, not served yet (or withdrawn before it was), or the platform
   * has an account now.
   */
  state: 'open' | 'expired' | 'ended' | 'not_served' | 'joined';
}

/** Null where there is no such link: a made-up token is told nothing. */
export async function findMailLink(db: Tx | DataSource, token: string): Promise<OpenedLink | null> {
  const [link] = await db.query<OpenedLink[]>(
    `select l.id, l.notice_id as "noticeId", n.number as "noticeNumber", p.name as "platformName", l.nonce,
       o.id as "organizationId", o.region_code as "regionCode",
       case when p.joined_at is not null or (n.served_at is not null and o.id is null) then 'joined'
            when n.served_at is null then 'not_served'
            when l.ended_at is not null then 'ended'
            when l.expires_at <= $2 then 'expired' else 'open' end as state
     from mail_links l join notices n on n.id = l.notice_id join platforms p on p.id = n.platform_id
     left join organizations o on o.id = n.platform_organization_id and o.stands_in_for = p.id
     where l.token_hash = $1`,
    [hashOfSecret(token), new Date()],
  );
  return link ?? null;
}

/**
 * Spends what a button carries, and leaves another for the next. False where it was spent before: a second click, a
 * page that was opened earlier, or somebody who never saw the page. The row stays locked, so two clicks at once are one.
 */
export async function spendNonce(tx: Tx, linkId: string, nonce: string): Promise<boolean> {
  const [spent] = await tx.query<[unknown[], number]>(
    'update mail_links set nonce = $3 where id = $1 and nonce = $2 returning id',
    [linkId, nonce, newSecret()],
  );
  return spent.length > 0;
}

/** Ends the links of notices; whoever opens one is told to ask for another. */
export async function endMailLinks(tx: Tx, noticeIds: readonly string[]): Promise<void> {
  await tx.query('update mail_links set ended_at = $2 where notice_id = any($1) and ended_at is null', [
    noticeIds,
    new Date(),
  ]);
}
