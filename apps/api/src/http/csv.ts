import type { Type } from '@nestjs/common';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ApiRequest } from './access.js';

/** A table as people open it in a spreadsheet: the names of the columns are those of the API. */
export interface Table<Row extends object> {
  name: string;
  columns: ReadonlyArray<keyof Row & string>;
  rows: readonly Row[];
}

const byteOrderMark = '\ufeff';

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csv<Row extends object>({ columns, rows }: Omit<Table<Row>, 'name'>): string {
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return byteOrderMark + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula is made a text. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Whether the caller asked for the table: by `?format=csv`, or by a wish for CSV before JSON. */
export function wantsCsv(request: ApiRequest, format: string | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  return /^\s*text\/csv\b/i.test(request.headers.accept ?? '');
}

/** The answer itself, or where the caller asked for it the same as a file of comma-separated values. */
export function answerOrCsv<Answer, Row extends object>(
  { request, reply, format }: { request: ApiRequest; reply: FastifyReply; format: string | undefined },
  answer: Answer,
  table: Table<Row>,
): Answer | string {
  reply.header('Vary', 'Accept').header('Cache-Control', 'private, no-cache');
  if (!wantsCsv(request, format)) return answer;
  reply.header('Content-Type', 'text/csv; charset=utf-8');
  reply.header('Content-Disposition', `attachment; filename="${table.name}.csv"`);
  return csv(table);
}

/** In the OpenAPI document: as JSON, and as CSV. */
export const AlsoAsCsv = (view: Type) =>
  applyDecorators(
    ApiExtraModels(view),
    ApiOkResponse({
      content: {
        'application/json': { schema: { $ref: getSchemaPath(view) } },
        'text/csv': { schema: { type: 'string' } },
      },
    }),
  );
