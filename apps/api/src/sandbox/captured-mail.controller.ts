import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Configuration, Problem } from '#kernel';
import { listCapturedLetters } from '#mail';
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

  @Get(':file')
  @Public()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async one(@Param('file') file: string): Promise<string> {
    if (!fileName.test(file)) throw new Problem('not_found');
    return readFile(join(this.configuration.mailFolder, file), 'utf8').catch(() => {
      throw new Problem('not_found');
    });
  }
}
