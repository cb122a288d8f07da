import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { requireVersion } from './amend-work.js';
import {
  actsOpenTo,
  type AuthorizationAct,
  authorizationActs,
  type AuthorizationPart,
  shownState,
} from './domain/authorization-acts.js';
import type { AuthorizationStoredState } from './domain/judge-authorization.js';

export interface AuthorizationDecision {
  act: AuthorizationAct;
  reason: string | null;
  /** The version that the caller has read; null where it does not say. */
  expectedVersion: number | null;
}

const eventOf = {
  approve: 'authorization.approved',
  reject: 'authorization.rejected',
  freeze: 'authorization.frozen',
  revoke: 'authorization.revoked',
} as const satisfies Record<AuthorizationAct, string>;

/**
 * The operator approves, rejects or freezes, a party revokes; the agent, the owner and the grantor are told. What was
 * filed under it before stays filed. 404 for who is not party to it, 409 `wrong_state` with what is open, 412 as always.
 */
export async function decideAuthorization(
  tx: Tx,
  now: Date,
  caller: Caller,
  authorizationId: string,
  { act, reason, expectedVersion }: AuthorizationDecision,
): Promise<void> {
  const row = await lock(tx, authorizationId);
  const parts = row ? authorizationParts(caller, row) : [];
  if (!row || parts.length === 0) throw new Problem('not_found');
  const state = shownState(row, now);
  requireVersion({ version: row.version, state }, expectedVersion);
  const open = actsOpenTo(state, parts);
  if (!open.includes(act)) {
    const detail =
      open.length > 0 ? `It is ${state}; you can: ${open.join(', ')}.` : `It is ${state}; nothing is open to you.`;
    throw new Problem('wrong_state', { detail, extra: { state, allowedActions: open } });
  }
  if (authorizationActs[act].needsReason && !reason?.trim()) {
    const detail = 'Say why: the parties read it.';
    throw new Problem('validation_failed', { errors: [{ pointer: '#/reason', code: 'required', detail }] });
  }
  await tx.query(
    `update authorizations set state = $2, state_since = $3, state_reason = $4, version = version + 1,
       approved_at = case when $2 = 'approved' then $3 else approved_at end
     where id = $1`,
    [authorizationId, authorizationActs[act].to, now, reason?.trim() || null],
  );
  await appendEvents(tx, now, [
    {
      matterKind: 'authorization',
      matterId: authorizationId,
      type: eventOf[act],
      actor: actorOf(caller),
      data: { authorizationId, from: row.state },
      audience: [row.agentOrganizationId, row.ownerOrganizationId, row.grantorOrganizationId].filter(
        (id) => id !== null,
      ),
    },
  ]);
}

/** In which parts a caller deals with an authorization; none = it does not exist for that caller. */
export function authorizationParts(
  caller: Pick<Caller, 'organizationId' | 'organizationKind'>,
  parties: Parties,
): AuthorizationPart[] {
  const mine = (id: string | null) => id === caller.organizationId;
  return [
    ...(caller.organizationKind === 'operator' ? (['operator'] as const) : []),
    ...(mine(parties.agentOrganizationId) ? (['agent'] as const) : []),
    ...(mine(parties.ownerOrganizationId) ? (['owner'] as const) : []),
    ...(mine(parties.grantorOrganizationId) ? (['grantor'] as const) : []),
  ];
}

interface Parties {
  agentOrganizationId: string;
  ownerOrganizationId: string | null;
  grantorOrganizationId: string | null;
}

type Locked = Parties & { state: AuthorizationStoredState; validUntil: string | null; version: number };

async function lock(tx: Tx, authorizationId: string): Promise<Locked | null> {
  const [row] = await tx.query<Locked[]>(
    `select agent_organization_id as "agentOrganizationId", owner_organization_id as "ownerOrganizationId",
       grantor_organization_id as "grantorOrganizationId", state, valid_until::text as "validUntil", version
     from authorizations where id = $1 for update`,
    [authorizationId],
  );
  return row ?? null;
}
