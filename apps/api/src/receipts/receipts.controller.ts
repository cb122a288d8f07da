import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow, inTransaction } from '#database';
import { type Caller, can } from '#identity';
import { findReceivedComplaint } from '#intake';
import { type Configuration, keyFor, Problem } from '#kernel';
import { checkReceipt, issueReceipt, publishedKeys } from '#record';
import { DataSource } from 'typeorm';
import { CallerOf, Needs, Public } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { ReceiptVerificationRequest } from './receipts.requests.js';
import {
  PublishedKeysView,
  ReceiptVerdictView,
  ReceiptView,
  receiptView,
  statementOf,
  verdictView,
} from './receipts.views.js';

/** 回执: what was received when, on the installation's signature, checked by anyone without us. */
@ApiTags('receipts')
@Controller('v1')
export class ReceiptsController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('complaints/:id/receipt')
  @Needs('complaints:read')
  @ApiOperation({
    summary: 'The receipt of a complaint: what was received when, signed',
    description: 'The same bytes each time, whatever became of the complaint. docs/receipts.md says how to check it.',
  })
  @ApiOkResponse({ type: ReceiptView })
  @Tagged()
  async receipt(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<ReceiptView> {
    const received = await findReceivedComplaint(this.database, id);
    const facts = received && {
      complainantOrganizationId: received.organizationId,
      platformOrganizationId: null,
      regulatorOrganizationIds: [],
      isServed: false,
    };
    if (!facts || !can(caller, 'read_complaint', facts)) throw new Problem('not_found');
    const statement = statementOf(received, this.configuration.publicUrl);
    const signed = await inTransaction(this.database, async (tx) =>
      issueReceipt(tx, await domainNow(tx), statement, keyFor(this.configuration, 'sealing')),
    );
    return receiptView(signed, received);
  }

  @Post('receipts/verification')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Whether a receipt is genuine and unchanged, and if not, what is wrong' })
  @ApiOkResponse({ type: ReceiptVerdictView })
  async verify(@Body() body: ReceiptVerificationRequest): Promise<ReceiptVerdictView> {
    return verdictView(checkReceipt(body, await publishedKeys(this.database)));
  }

  @Get('receipts/keys')
  @Public()
  @ApiOperation({ summary: 'The public keys that sign receipts, as a JWK set; old ones stay' })
  @ApiOkResponse({ type: PublishedKeysView })
  async keys(): Promise<PublishedKeysView> {
    return { keys: await publishedKeys(this.database) };
  }
}
