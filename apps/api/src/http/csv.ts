import type { Type } from '@nestjs/common';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { preferred } from './accepts.js';
import type { ApiRequest } from './access.js';
import { OneOf } from './fields.js';

/** What can be had as a file that a spreadsheet opens. */
export class FormatQuery {
  @OneOf(['json', 'csv'], {
    optional: true,
    description: 'What `Accept` says when left out; csv for a file that a spreadsheet opens.',
  })
  format?: string;
}

/** A table as people open it in a spreadsheet: the names of the columns are those of the API. */
export interface Table<Row extends object> {
  name: string;
  columns: ReadonlyArray<keyof Row & string>;
  rows: readonly Row[];
}

/** By which spreadsheets know UTF-8. */
export const byteOrderMark = '\ufeff';

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csv<Row extends object>({ columns, rows }: Omit<Table<Row>, 'name'>): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return byteOrderMark + lines.map(csvLine).join('');
}

export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is made a text; full-width signs are read as signs too. */
function cell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = textOf(value);
  const harmless = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A list of plain values with semicolons between; what has members of its own as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  const isPlainList = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return isPlainList ? value.join('; ') : JSON.stringify(value);
}

/** Whether the caller asked for the table: by `?format=csv`, or by a wish for CSV before JSON. */
export function wantsCsv(request: ApiRequest, format: unknown): boolean {
  if (format !== undefined) return format === 'csv';
  return preferred(request.headers.accept, ['application/json', 'text/csv']) === 'text/csv';
}

/** What a browser saves under that name. */
export function asCsvFile(reply: FastifyReply, name: string): void {
  reply.header('Content-Type', 'text/csv; charset=utf-8');
  reply.header('Content-Disposition', `attachment; filename="${name}.csv"`);
}

/** The answer itself, or where the caller asked for it the same as a file of comma-separated values. */
export function answerOrCsv<Answer, Row extends object>(
  { request, reply, format }: { request: ApiRequest; reply: FastifyReply; format: string | undefined },
  answer: Answer,
  table: Table<Row>,
): Answer | string {
  reply.header('Vary', 'Accept').header('Cache-Control', 'private, no-cache');
  if (!wantsCsv(request, format)) return answer;
  asCsvFile(reply, table.name);
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
