import { Inject, Injectable } from '@nestjs/common';
import {
  browserSessionSeconds,
  type Caller,
  callerOfBrowser,
  prolongBrowserSession,
  sessionNotedEvery,
} from '#identity';
import { type Configuration, Problem } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIGURATION } from '../http/configuration.js';
import { requireOwnPage } from './own-page.js';

const safeMethods = ['GET', 'HEAD'];

/** Who calls with the cookie of a session, and that cookie itself: out of reach of scripts and of other sites. */
@Injectable()
export class BrowserCallers {
  private readonly isSecure: boolean;
  private readonly cookie: string;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: DataSource,
  ) {
    this.isSecure = configuration.publicUrl.startsWith('https:');
    this.cookie = this.isSecure ? '__Host-tongshan' : 'tongshan';
  }

  secretOf(request: FastifyRequest): string | null {
    return request.cookies[this.cookie] ?? null;
  }

  /** @throws Problem `session_ended`, `cross_site` */
  async callerOf(request: FastifyRequest, secret: string): Promise<Caller> {
    if (!safeMethods.includes(request.method)) requireOwnPage(request, this.configuration);
    const now = new Date();
    const found = await callerOfBrowser(this.database, secret, now);
    if (!found) throw new Problem('session_ended', { detail: 'Sign in again; what you were at is still there.' });
    const isNoted = now.getTime() - found.lastSeenAt.getTime() < sessionNotedEvery * 1000;
    if (!isNoted) await prolongBrowserSession(this.database, found.caller.sessionId!, now);
    return found.caller;
  }

  give(reply: FastifyReply, secret: string): void {
    reply.setCookie(this.cookie, secret, { ...this.attributes, maxAge: browserSessionSeconds.atMost });
  }

  takeBack(reply: FastifyReply): void {
    reply.clearCookie(this.cookie, this.attributes);
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.isSecure } as const;
  }
}
