import { Injectable } from '@nestjs/common';
import { inTransaction, nowOfRequest, type Tx } from '#database';
import { canonicalJson, Problem, sha256Hex } from '#kernel';
import { DataSource } from 'typeorm';
import type { FastifyReply } from 'fastify';
import type { ApiRequest } from './access.js';
import { traceOf } from './trace-of.js';

/**
 * The edge of every write: one transaction, one instant of receipt stamped before any lock, and, where the caller sent
 * an `Idempotency-Key`, an answer that is kept in the same transaction and given again for the same request.
 */
@Injectable()
export class Commands {
  constructor(private readonly database: DataSource) {}

  run<T extends object | void>(request: ApiRequest, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    return inTransaction(this.database, async (tx) => {
      const now = await nowOfRequest(tx, traceOf(request));
      const key = idempotencyKey(request);
      return key ? once(tx, key, request, () => work(tx, now)) : work(tx, now);
    });
  }
}

interface IdempotencyKey {
  organizationId: string;
  method: string;
  path: string;
  key: string;
}

function idempotencyKey(request: ApiRequest): IdempotencyKey | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST' || !request.caller) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const detail = 'Send 1 to 255 visible ASCII characters without spaces, e.g. a UUID.';
    throw new Problem('validation_failed', {
      errors: [{ pointer: '#/headers/idempotency-key', code: 'bad_format', detail }],
    });
  }
  return { organizationId: request.caller.organizationId, method: 'POST', path: request.url.split('?', 1)[0]!, key };
}

async function once<T>(tx: Tx, key: IdempotencyKey, request: ApiRequest, work: () => Promise<T>): Promise<T> {
  const place = [key.organizationId, key.method, key.path, key.key];
  const bodyHash = sha256Hex(canonicalJson(request.body ?? null));
  const [held] = await tx.query<Array<{ free: boolean }>>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
    [place.join('\n')],
  );
  if (!held!.free) {
    throw new Problem('request_in_progress', {
      detail: 'The first request with this key is still running.',
      retryAfterSeconds: 1,
    });
  }
  const [stored] = await tx.query<Array<{ body_hash: string; answer: T }>>(
    `select body_hash, answer from idempotency_keys where organization_id = $1 and method = $2 and path = $3 and key = $4`,
    place,
  );
  if (stored) {
    if (stored.body_hash !== bodyHash) {
      throw new Problem('idempotency_mismatch', { detail: 'Use a new key for a new request; nothing was done.' });
    }
    (request as ApiRequest & { isReplayed?: boolean }).isReplayed = true;
    return stored.answer;
  }
  const answer = await work();
  await tx.query(
    `insert into idempotency_keys (organization_id, method, path, key, body_hash, answer, created_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [...place, bodyHash, JSON.stringify(withoutSecrets(answer))],
  );
  return answer;
}

/** A replay never repeats a secret: what is shown once is shown once. */
function withoutSecrets(answer: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return answer ?? null;
  const { key: _key, secret: _secret, ...rest } = answer as Record<string, unknown>;
  return rest;
}

/** A hook for the HTTP server: says of an answer that it is a stored one. */
export async function markReplay(request: ApiRequest & { isReplayed?: boolean }, reply: FastifyReply): Promise<void> {
  if (request.isReplayed) reply.header('Idempotent-Replayed', 'true');
}
