import type { DataSource } from 'typeorm';

export interface SessionRow {
  id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  user_agent: string | null;
  address: string | null;
  is_browser: boolean;
}

/** A member's open sessions, newest first, `before` an id; at most `limit`. */
export function sessionsOf(
  database: DataSource,
  memberId: string,
  before: string | null,
  limit: number,
): Promise<SessionRow[]> {
  return database.query<SessionRow[]>(
    `select id, created_at, last_seen_at, expires_at, user_agent, address, secret_hash is not null as is_browser
     from sessions
     where member_id = $1 and ended_at is null and expires_at > $2 and ($3::uuid is null or id < $3)
     order by id desc limit $4`,
    [memberId, new Date(), before, limit],
  );
}
