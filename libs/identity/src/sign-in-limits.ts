import { Problem } from '#kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { addressForLimits } from './domain/addresses.js';
import { hashOfSecret } from './domain/secrets.js';
import { letterLimits, type Limit, mailPageLimits, signInLimits } from './domain/sign-in-rules.js';

const limits = { ...signInLimits, ...letterLimits, ...mailPageLimits };
type LimitName = keyof typeof limits;

/** An attempt that was counted before it was made. */
interface Attempt {
  /** It and the failures before it are forgotten. */
  succeeded(): Promise<void>;
  /** It was neither right nor wrong; failures before it stay. */
  withdrawn(): Promise<void>;
}

/**
 * Counts what may be tried only so often, in PostgreSQL and so for all processes together. An attempt is counted before
 * it is made and given back when it succeeds: a hundred guesses at the same instant are a hundred guesses.
 */
export class SignInLimits {
  private readonly limiters: Record<LimitName, RateLimiterPostgres>;

  constructor(database: DataSource) {
    const entries = Object.entries(limits).map(([name, limit]) => [name, limiterOf(database, name, limit)]);
    this.limiters = Object.fromEntries(entries) as Record<LimitName, RateLimiterPostgres>;
  }

  /**
   * Counts a sign-in attempt and tells how to take it back.
   * @throws Problem `rate_limited`
   */
  async countSignIn(address: string, email: string): Promise<Attempt> {
    const client = addressForLimits(address);
    const account = hashOfSecret(email);
    const { addressAndAccount, account: ofAccount, address: ofAddress } = this.limiters;
    const pair = `${client}:${account}`;
    await count(addressAndAccount, pair);
    await count(ofAccount, account);
    await count(ofAddress, client);
    return {
      async succeeded() {
        await Promise.all([addressAndAccount.delete(pair), ofAccount.reward(account, 1), ofAddress.reward(client, 1)]);
      },
      async withdrawn() {
        const taken = [addressAndAccount.reward(pair, 1), ofAccount.reward(account, 1), ofAddress.reward(client, 1)];
        await Promise.all(taken);
      },
    };
  }

  /**
   * Counts a code of the second factor, which comes after a right password: its million values are soon tried.
   * @throws Problem `rate_limited`
   */
  async countSecondFactor(memberId: string): Promise<Pick<Attempt, 'succeeded'>> {
    const { secondFactor } = this.limiters;
    await count(secondFactor, memberId);
    return {
      async succeeded() {
        await secondFactor.delete(memberId);
      },
    };
  }

  /** @throws Problem `rate_limited` */
  async countRegistration(address: string, email: string): Promise<void> {
    await count(this.limiters.registrationsOfAddress, addressForLimits(address));
    await count(this.limiters.registrationsOfEmail, hashOfSecret(email));
  }

  /** @throws Problem `rate_limited` */
  countMailPage(address: string): Promise<void> {
    return count(this.limiters.mailPagesOfAddress, addressForLimits(address));
  }

  /** @throws Problem `rate_limited` */
  countMailAct(linkId: string): Promise<void> {
    return count(this.limiters.mailActsOfLink, linkId);
  }

  /** @throws Problem `rate_limited` */
  countConfirmation(memberId: string): Promise<void> {
    return count(this.limiters.confirmationsOfMember, memberId);
  }

  /** @throws Problem `rate_limited` */
  countInvitation(organizationId: string): Promise<void> {
    return count(this.limiters.invitationsOfOrganization, organizationId);
  }
}

function limiterOf(database: DataSource, name: string, limit: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database,
    storeType: 'typeorm',
    tableName: 'sign_in_limits',
    tableCreated: true,
    keyPrefix: name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false, // the worker's upkeep does it, for all processes
  });
}

async function count(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new Problem('rate_limited', {
      detail: 'Too many attempts. Wait before the next one.',
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}
