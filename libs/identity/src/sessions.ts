import type { Tx } from '#database';
import { addMilliseconds, newId, Problem } from '#kernel';
import { hashOfSecret, newSecret } from './domain/secrets.js';
import { longestUserAgent, sessionSeconds } from './domain/sign-in-rules.js';

/** What a sign-in or a refresh gives: the session goes into the access token, the refresh token to its holder. */
export interface OpenSession {
  sessionId: string;
  memberId: string;
  refreshToken: string;
}

/** From where a session was opened, so that its holder recognises it in a list. */
export interface SessionPlace {
  userAgent: string | null;
  address: string | null;
}

/** Opens a session for a member whose password was right. `at` is real time, never the sandbox clock. */
export async function openSession(
  tx: Tx,
  memberId: string,
  at: Date,
  { userAgent, address }: SessionPlace = { userAgent: null, address: null },
): Promise<OpenSession> {
  const sessionId = newId();
  const refreshToken = newSecret();
  await tx.query(
    `with opened as (
       insert into sessions (id, member_id, created_at, last_seen_at, expires_at, user_agent, address)
       values ($1, $2, $3, $3, $4, $6, $7) returning id
     )
     insert into refresh_tokens (token_hash, session_id, created_at) select $5, id, $3 from opened`,
    [sessionId, memberId, at, endOf(at), hashOfSecret(refreshToken), userAgent?.slice(0, longestUserAgent), address],
  );
  return { sessionId, memberId, refreshToken };
}

/** `reused` ends the session: two hold the same token, and one of them stole it. There is no grace. */
export type Refreshed = { outcome: 'rotated'; session: OpenSession } | { outcome: 'reused' | 'expired' | 'unknown' };

/**
 * Exchanges a refresh token for the next one. Of two that come at the same instant one waits for the other's row and
 * then finds the token used. The outcome is returned, not thrown: the end of the session must be committed.
 */
export async function refreshSession(tx: Tx, refreshToken: string, at: Date): Promise<Refreshed> {
  const tokenHash = hashOfSecret(refreshToken);
  const [token] = await tx.query<Array<{ session_id: string; used_at: Date | null }>>(
    'select session_id, used_at from refresh_tokens where token_hash = $1 for update',
    [tokenHash],
  );
  if (!token) return { outcome: 'unknown' };
  if (token.used_at) {
    await endSession(tx, token.session_id, 'token_reused', at);
    return { outcome: 'reused' };
  }
  const [session] = await tx.query<Array<{ member_id: string; is_expired: boolean }>>(
    `select s.member_id, s.expires_at <= $2 as is_expired
     from sessions s join members m on m.id = s.member_id
     where s.id = $1 and s.ended_at is null and m.disabled_at is null for update of s`,
    [token.session_id, at],
  );
  if (!session) return { outcome: 'unknown' };
  if (session.is_expired) return { outcome: 'expired' };
  const next = newSecret();
  await tx.query(
    `with used as (update refresh_tokens set used_at = $3 where token_hash = $1),
          prolonged as (update sessions set expires_at = $4, last_seen_at = $3 where id = $2)
     insert into refresh_tokens (token_hash, session_id, created_at) values ($5, $2, $3)`,
    [tokenHash, token.session_id, at, endOf(at), hashOfSecret(next)],
  );
  return {
    outcome: 'rotated',
    session: { sessionId: token.session_id, memberId: session.member_id, refreshToken: next },
  };
}

export type SessionEnd = 'signed_out' | 'token_reused' | 'password_set' | 'member_disabled';

export async function endSession(tx: Tx, sessionId: string, because: SessionEnd, at: Date): Promise<void> {
  await tx.query('update sessions set ended_at = $3, ended_because = $2 where id = $1 and ended_at is null', [
    sessionId,
    because,
    at,
  ]);
}

/** Signs a member out everywhere, but for the session `except`; returns how many ended. */
export async function endSessionsOfMember(
  tx: Tx,
  memberId: string,
  because: SessionEnd,
  at: Date,
  except: string | null = null,
): Promise<number> {
  const [, count] = await tx.query<[unknown[], number]>(
    `update sessions set ended_at = $3, ended_because = $2
     where member_id = $1 and ended_at is null and ($4::uuid is null or id <> $4)`,
    [memberId, because, at, except],
  );
  return count;
}

/**
 * Ends one of the member's own sessions.
 * @throws Problem `not_found`, also where it is another's or ended before
 */
export async function endOwnSession(tx: Tx, memberId: string, sessionId: string, at: Date): Promise<void> {
  const [, count] = await tx.query<[unknown[], number]>(
    `update sessions set ended_at = $3, ended_because = 'signed_out'
     where id = $2 and member_id = $1 and ended_at is null and expires_at > $3`,
    [memberId, sessionId, at],
  );
  if (count === 0) throw new Problem('not_found');
}

function endOf(at: Date): Date {
  return addMilliseconds(at, sessionSeconds * 1000);
}
