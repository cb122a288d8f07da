import type { Tx } from '#database';
import { addMilliseconds, newId } from '#kernel';
import type { DataSource } from 'typeorm';
import { hashOfSecret, newSecret } from './domain/secrets.js';
import { browserSessionSeconds, longestUserAgent, sessionNotedEvery } from './domain/sign-in-rules.js';
import type { SessionPlace } from './sessions.js';

/**
 * Opens a browser's session and returns the secret for its cookie. The secret is always new, so one that was planted
 * before the sign-in opens nothing; the session that the browser had before ends.
 */
export async function openBrowserSession(
  tx: Tx,
  memberId: string,
  at: Date,
  place: SessionPlace,
  secretBefore: string | null,
): Promise<string> {
  if (secretBefore !== null) {
    await tx.query(
      `update sessions set ended_at = $2, ended_because = 'signed_out' where secret_hash = $1 and ended_at is null`,
      [hashOfSecret(secretBefore), at],
    );
  }
  const secret = newSecret();
  await tx.query(
    `insert into sessions (id, member_id, created_at, last_seen_at, expires_at, secret_hash, user_agent, address)
     values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [
      newId(),
      memberId,
      at,
      addMilliseconds(at, browserSessionSeconds.idle * 1000),
      hashOfSecret(secret),
      place.userAgent?.slice(0, longestUserAgent),
      place.address,
    ],
  );
  return secret;
}

/** Notes that a browser was seen and moves the end of its session on, up to the longest that a session lives. */
export async function prolongBrowserSession(database: DataSource, sessionId: string, at: Date): Promise<void> {
  await database.query(
    `update sessions set last_seen_at = $2,
       expires_at = least($2::timestamptz + make_interval(secs => $3), created_at + make_interval(secs => $4))
     where id = $1 and last_seen_at <= $2::timestamptz - make_interval(secs => $5) and ended_at is null`,
    [sessionId, at, browserSessionSeconds.idle, browserSessionSeconds.atMost, sessionNotedEvery],
  );
}
