import { Injectable } from '@nestjs/common';
import { type Caller, callerByMail, SignInLimits } from '#identity';
import { Problem } from '#kernel';
import { findMailLink, type OpenedLink } from '#mail';
import { DataSource } from 'typeorm';
import type { ApiRequest } from '../http/access.js';

/** A link that was opened, with who asks by it. */
export interface MailCaller {
  link: OpenedLink;
  caller: Caller;
}

/** Finds out what the token of an address opens. Tries are counted, so that nobody finds a token by trying. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly database: DataSource,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws Problem `not_found`, `rate_limited` */
  async find(request: ApiRequest): Promise<OpenedLink> {
    await this.limits.countMailPage(request.ip);
    const { token } = request.params as { token: string };
    const link = /^[\w-]{43}$/.test(token) ? await findMailLink(this.database, token) : null;
    if (!link) throw new Problem('not_found');
    return link;
  }

  /** @throws Problem `not_found` for a link that opens nothing (any more) as well, `rate_limited` */
  async open(request: ApiRequest): Promise<MailCaller> {
    const link = await this.find(request);
    const caller = callerOf(link);
    if (!caller) throw new Problem('not_found');
    return { link, caller };
  }

  /** @throws Problem `rate_limited` */
  countAct(link: OpenedLink): Promise<void> {
    return this.limits.countMailAct(link.id);
  }
}

/** Null where the link opens nothing. */
export function callerOf({ id, state, organizationId, regionCode }: OpenedLink): Caller | null {
  return state === 'open' && organizationId ? callerByMail({ id, organizationId, regionCode }) : null;
}
