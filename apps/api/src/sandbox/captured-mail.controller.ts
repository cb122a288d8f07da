import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Configuration, Problem } from '#kernel';
import { listCapturedLetters, readCapturedLetter } from '#mail';
import { Public } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { escapeHtml, page } from '../http/page.js';

const fileName = /^[\w.+-]{1,200}\.eml$/;

/** What would have gone out by mail, readable in the sandbox. Letters hold one-time links: these routes exist nowhere else. */
@ApiExcludeController()
@Controller('mail')
export class CapturedMailController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(): Promise<string> {
    const letters = await listCapturedLetters(this.configuration.mailFolder, 200);
    const rows = letters.map(
      ({ date, to, subject, file }) =>
        `<tr><td>${escapeHtml(date ?? '')}</td><td>${escapeHtml(to)}</td><td><a href="/mail/${encodeURIComponent(file)}">${escapeHtml(subject)}</a></td></tr>`,
    );
    const count = letters.length === 0 ? '还没有邮件。No mail yet.' : `${letters.length} 封，最新在前。Newest first.`;
    return page(
      '邮件 · Captured mail',
      `<p>${count}</p><table><tr><th>时间</th><th>收件人</th><th>主题</th></tr>${rows.join('')}</table>`,
    );
  }

  // by its ending, so that other addresses below /mail are the console's
  @Get(String.raw`:file(^[\w.+-]+\.eml$)`)
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Referrer-Policy', 'no-referrer')
  async one(@Param('file') file: string): Promise<string> {
    if (!fileName.test(file)) throw new Problem('not_found');
    const { to, subject, date, text } = await readCapturedLetter(this.configuration.mailFolder, file).catch(() => {
      throw new Problem('not_found');
    });
    const head = `<p>${escapeHtml(to)} · ${escapeHtml(date ?? '')} · <a href="/mail">所有邮件 All mail</a></p>`;
    return page(subject, `${head}<pre>${withLinks(text)}</pre>`);
  }
}

/** A letter's text with its addresses to be clicked, as a mail program does. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, place) => (place % 2 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join('');
}
