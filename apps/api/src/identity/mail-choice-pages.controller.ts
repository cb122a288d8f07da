import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { inTransaction } from '#database';
import { chooseMail, type MailKind } from '#identity';
import { type Configuration, keyFor } from '#kernel';
import { readChoicesToken } from '#mail';
import { DataSource } from 'typeorm';
import { type ApiRequest, Public } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { page } from '../http/page.js';

const html = 'text/html; charset=utf-8';
const kindNames: Record<MailKind, string> = {
  matters: '案件进展 · news of matters',
  reminders: '时限提醒 · reminders of time limits',
  digest: '每日待办 · the daily summary',
};

/**
 * Where “unsubscribe” in a letter leads. Opening it changes nothing; the button does, and so does the mail program that
 * posts to it by itself (RFC 8058), without a sign-in either way.
 */
@ApiExcludeController()
@Controller('mail/choices')
export class MailChoicePagesController {
  private readonly key: Buffer;

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.key = keyFor(configuration, 'mail_choices');
  }

  @Get(':token')
  @Public()
  @Header('Content-Type', html)
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  ask(@Param('token') token: string): string {
    const choice = readChoicesToken(this.key, token);
    if (!choice) return unknown();
    const what = kindNames[choice.kind];
    return page('邮件退订 · Unsubscribe', `<p>${what}</p>${button('off', '退订 Unsubscribe')}`);
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  @Header('Content-Type', html)
  @Header('Referrer-Policy', 'no-referrer')
  async choose(@Param('token') token: string, @Req() { body }: ApiRequest): Promise<string> {
    const choice = readChoicesToken(this.key, token);
    if (!choice) return unknown();
    const { memberId, kind } = choice;
    const wanted = (body as { wants?: unknown } | null | undefined)?.wants === 'on';
    if (!(await inTransaction(this.database, (tx) => chooseMail(tx, memberId, { [kind]: wanted })))) return unknown();
    const what = kindNames[kind];
    return wanted
      ? page('已恢复 · Subscribed again', `<p>${what}</p>`)
      : page('已退订 · Unsubscribed', `<p>${what}</p>${button('on', '恢复 Subscribe again')}`);
  }
}

function button(wants: 'on' | 'off', label: string): string {
  return `<form method="post"><input type="hidden" name="wants" value="${wants}"><button>${label}</button></form>`;
}

function unknown(): string {
  return page('链接无效 · Unknown link', '<p>请在“账户安全”页修改。Change it on the page “Account security”.</p>');
}
