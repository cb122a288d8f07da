import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { ApiRequest } from './access.js';
import { columnsOf, entryOf, valueAt } from './columns.js';
import { AlsoAsCsv, asCsvFile, byteOrderMark, csvLine, wantsCsv } from './csv.js';
import type { Page } from './paging.js';

const rowsAtATime = '200';
/** A longer list is taken in parts, by its filters or by `after`. */
const mostRows = 1_000_000;

/**
 * A list that is answered page by page as JSON, and whole as CSV (`?format=csv`, `Accept: text/csv`).
 * `inExport` are query parameters for the file where its caller names none, such as an order in which nothing moves
 * while it is read; `parts` are members that an entry has where `include` names them, and so is its column.
 */
export const ListOf = (page: Type, inExport: Record<string, string> = {}, parts: readonly string[] = []) =>
  applyDecorators(AlsoAsCsv(page), UseInterceptors(new ListExport(page, inExport, parts)));

/**
 * The file is the list's own pages, one after the other: the same access, filters and views, no more rows in memory than
 * a page or two, and no transaction that lives as long as a slow reader. Each page is read when the one before is on its
 * way, and none any more when the reader is gone. A failure on the way breaks the connection: what ended well is whole.
 */
class ListExport implements NestInterceptor {
  constructor(
    private readonly page: Type,
    private readonly inExport: Record<string, string>,
    private readonly parts: readonly string[],
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<ApiRequest>(), http.getResponse<FastifyReply>()];
    const asked = request.query as Record<string, unknown>;
    reply.header('Vary', 'Accept');
    if (!wantsCsv(request, asked['format'])) return next.handle();
    const read = (after?: string): Promise<Page<object>> => {
      request.query = { ...this.inExport, ...asked, limit: rowsAtATime, ...(after !== undefined && { after }) };
      return lastValueFrom(next.handle() as Observable<Page<object>>);
    };
    const first = await read();
    asCsvFile(reply, nameOf(request));
    reply.header('Cache-Control', 'private, no-store');
    const included = String(asked['include'] ?? '').split(',');
    const columns = columnsOf(entryOf(this.page)).filter(
      (name) => !this.parts.includes(name) || included.includes(name),
    );
    return of(linesOf(columns, first, read));
  }
}

async function* linesOf(
  columns: readonly string[],
  first: Page<object>,
  read: (after: string) => Promise<Page<object>>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  let rows = 0;
  for (let page = first; ; page = await read(page.next)) {
    rows += page.data.length;
    if (rows > mostRows) throw new Error(`a list of more than ${mostRows} rows was asked for as one file`);
    yield page.data.map((row) => csvLine(columns.map((column) => valueAt(row, column)))).join('');
    if (page.next === null) return;
  }
}

/** `/v1/notices/:id/events` is saved as `notices-events`. */
function nameOf({ routeOptions }: ApiRequest): string {
  const parts = routeOptions.url!.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'));
  return parts.join('-');
}
