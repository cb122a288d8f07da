import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem, problemCatalogue, type ProblemCode } from '#kernel';
import { Public } from '../http/access.js';
import { page } from '../http/page.js';
import { statusOfKind } from '../http/problem-filter.js';

/** The pages that `type` of a problem answer points to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  all(): string {
    const rows = Object.keys(problemCatalogue).map((code) => row(code as ProblemCode));
    return page(
      '错误代码 · Problem codes',
      `<table><tr><th>code</th><th>HTTP</th><th>中文</th><th>English</th></tr>${rows.join('')}</table>`,
    );
  }

  @Get(':code')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    if (!Object.hasOwn(problemCatalogue, code)) throw new Problem('not_found');
    const { kind, zh, en } = problemCatalogue[code as ProblemCode];
    return page(
      code,
      `<p>${zh}</p><p>${en}.</p><p>HTTP ${statusOfKind[kind]}. <code>detail</code> and <code>errors[].pointer</code> of the answer
       say what, where and how to mend it; quote <code>requestId</code> when you ask us.</p><p><a href="/problems">错误代码 · All codes</a></p>`,
    );
  }
}

function row(code: ProblemCode): string {
  const { kind, zh, en } = problemCatalogue[code];
  return `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${statusOfKind[kind]}</td><td>${zh}</td><td>${en}</td></tr>`;
}
