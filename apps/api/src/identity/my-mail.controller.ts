import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inTransaction } from '#database';
import { type Caller, chooseMail, mailChoicesOf } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { CallerOf, SignedIn } from '../http/access.js';
import { Flag } from '../http/fields.js';
import { Shown } from '../http/shown.js';
import { personOf } from './person-of.js';

class MailChoicesView {
  @Shown('flag', { description: 'What happens to notices and complaints.' }) matters: boolean;
  @Shown('flag', { description: 'Clocks that run out or have run out.' }) reminders: boolean;
  @Shown('flag', { description: 'Each morning, what waits; none where nothing does.' }) digest: boolean;
}

class MailChoicesRequest {
  @Flag({ optional: true }) matters?: boolean;
  @Flag({ optional: true }) reminders?: boolean;
  @Flag({ optional: true }) digest?: boolean;
}

/** Which mail a person wants. What the law makes something depend on is always sent. */
@ApiTags('sign-in')
@Controller('v1/me/mail')
@SignedIn()
export class MyMailController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @ApiOperation({ summary: 'Which mail you want' })
  @ApiOkResponse({ type: MailChoicesView })
  async choices(@CallerOf() caller: Caller): Promise<MailChoicesView> {
    return (await mailChoicesOf(this.database, personOf(caller).memberId)) ?? notThere();
  }

  @Patch()
  @ApiOperation({
    summary: 'Chooses which mail you want; kinds that are not named stay',
    description:
      'Letters that open or guard an account are always sent, and those on which the law makes something depend: ' +
      'what a complaint lacks, a counter-statement whose wait has begun, a supplement that is asked for, an order.',
  })
  @ApiOkResponse({ type: MailChoicesView })
  async choose(@CallerOf() caller: Caller, @Body() body: MailChoicesRequest): Promise<MailChoicesView> {
    const { memberId } = personOf(caller);
    return (await inTransaction(this.database, (tx) => chooseMail(tx, memberId, body))) ?? notThere();
  }
}

function notThere(): never {
  throw new Problem('not_found');
}
