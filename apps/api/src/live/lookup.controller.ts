import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { resolveTargets } from '#intake';
import { isUuid } from '#kernel';
import { DataSource } from 'typeorm';
import { CallerOf, SignedIn } from '../http/access.js';
import { Text } from '../http/fields.js';
import { Shown } from '../http/shown.js';
import { thingsOf } from '../notices/search-of.js';
import { type Found, foundBy, type FoundKind, foundKinds, lookUp, mostFound, type Sought } from './lookup.queries.js';

export class LookupQuery {
  @Text({ max: 2000, description: 'A number, an id, a pasted address, or the id of a request.' }) q: string;
}

class FoundView {
  @Shown(foundKinds) kind: FoundKind;
  @Shown('uuid') id: string;
  @Shown('text', { nullable: true, description: 'Of an item or a counter-notice: that of its notice.' })
  number: string | null;
  @Shown('text') title: string;
  @Shown('uuid', { nullable: true, description: 'Of an item or a counter-notice: where it is read.' })
  noticeId: string | null;
  @Shown(foundBy, { description: 'What of the question named it.' }) why: string;
}

export class LookupView {
  @Shown(() => FoundView, { list: true }) results: FoundView[];
}

/** One box for whatever somebody has at hand. */
@ApiTags('live')
@Controller('v1/lookup')
export class LookupController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'What a number, an id, a pasted address or a request id names, of what the caller may read; at most 20',
  })
  @ApiOkResponse({ type: LookupView })
  async lookup(@CallerOf() caller: Caller, @Query() { q }: LookupQuery): Promise<LookupView> {
    const { sought, platforms } = await this.read(q);
    const found = await lookUp(this.database, caller, sought);
    return { results: [...found, ...platforms].slice(0, mostFound) };
  }

  /** Typed on a Chinese keyboard, digits and hyphens can be full-width. */
  private async read(q: string): Promise<{ sought: Sought; platforms: Found[] }> {
    const nothing: Sought = { number: null, id: null, requestId: null, things: [] };
    const text = q.normalize('NFKC').trim();
    if (/^(N|TS)-\d{4}-\d{6,}$/i.test(text))
      return { sought: { ...nothing, number: text.toUpperCase() }, platforms: [] };
    const requestId = /^[\w.:-]{8,128}$/.test(text) ? text : null;
    if (isUuid(text)) return { sought: { ...nothing, id: text, requestId: text.toLowerCase() }, platforms: [] };
    const read = await resolveTargets(this.database, [q.trim()]);
    const named = read.flatMap(({ platform }) => platform ?? []);
    const platforms = named.map(({ id, name }): Found => ({
      kind: 'platform',
      id,
      number: null,
      title: name,
      noticeId: null,
      why: 'address',
    }));
    return { sought: { ...nothing, requestId, things: thingsOf(read) }, platforms: uniqueById(platforms) };
  }
}

function uniqueById(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
