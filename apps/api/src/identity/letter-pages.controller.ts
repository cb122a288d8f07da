import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { domainNow, inTransaction } from '#database';
import { confirmEmail, hashPassword, requireOpenMailToken, setPassword } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { escapeHtml, page } from '../http/page.js';
import { ConfirmationRequest, PasswordRequest } from './identity.requests.js';

const html = 'text/html; charset=utf-8';

/**
 * Where the links in letters lead. Opening a page changes nothing, so a scanner that follows links cannot confirm for
 * a person; the button does, by POST.
 */
@ApiExcludeController()
@Controller()
export class LetterPagesController {
  constructor(private readonly database: DataSource) {}

  @Get('confirm')
  @Public()
  @Header('Content-Type', html)
  @Header('Referrer-Policy', 'no-referrer')
  askToConfirm(@Query('token') token?: string): string {
    return page('确认邮箱 · Confirm your e-mail address', form('/confirm', token, '', '确认邮箱 Confirm'));
  }

  @Post('confirm')
  @HttpCode(200)
  @Public()
  @Header('Content-Type', html)
  async confirm(@Body() { token }: ConfirmationRequest): Promise<string> {
    return answered(async () => {
      await inTransaction(this.database, async (tx) => confirmEmail(tx, await domainNow(tx), token));
      return '邮箱已确认，您可以提交投诉了。Your address is confirmed; you can file now.';
    });
  }

  @Get('password')
  @Public()
  @Header('Content-Type', html)
  @Header('Referrer-Policy', 'no-referrer')
  askForPassword(@Query('token') token?: string): string {
    const field =
      '<p><label>新密码 New password (10+) <input name="password" type="password" minlength="10" maxlength="200" autocomplete="new-password" required></label></p>';
    return page('设置密码 · Set your password', form('/password', token, field, '保存密码 Save'));
  }

  @Post('password')
  @HttpCode(200)
  @Public()
  @Header('Content-Type', html)
  async password(@Body() { token, password }: PasswordRequest): Promise<string> {
    return answered(async () => {
      await requireOpenMailToken(this.database, token, 'set_password');
      const passwordHash = await hashPassword(password);
      await inTransaction(this.database, async (tx) => setPassword(tx, await domainNow(tx), { token, passwordHash }));
      return '密码已保存，请登录。Your password is saved; sign in with it.';
    });
  }
}

function form(action: string, token: string | undefined, fields: string, button: string): string {
  return `<form method="post" action="${action}"><input type="hidden" name="token" value="${escapeHtml(token ?? '')}">${fields}<button>${button}</button></form>`;
}

/** A person reads this, so a refusal is a page as well. */
async function answered(work: () => Promise<string>): Promise<string> {
  try {
    return page('完成 · Done', `<p>${await work()}</p><p><a href="/">回到通删 Back to Tongshan</a></p>`);
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return page('未能完成 · Not done', `<p>${escapeHtml(failure.message)}</p>`);
  }
}
