import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Tx } from '#database';
import { findRegulator } from '#directory';
import { createOrganization, inviteMember, memberById, organizationById, organizations } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { CreateOrganizationRequest, OrganizationsQuery } from './identity.requests.js';
import { CreatedOrganizationView, memberView, OrganizationPage, organizationView } from './identity.views.js';
import { IdentityLetters } from './letters.js';

@ApiTags('administration')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    private readonly letters: IdentityLetters,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'All organizations, newest first' })
  @ListOf(OrganizationPage)
  async list(@Query() { kind, limit = 50, after }: OrganizationsQuery): Promise<OrganizationPage> {
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await organizations(this.database, kind ?? null, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], organizationView);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'An organization of any kind with its first owner',
    description: 'The owner gets a letter with a link to set a password.',
  })
  @ApiCreatedResponse({ type: CreatedOrganizationView })
  create(@Request() request: ApiRequest, @Body() { owner, ...organization }: CreateOrganizationRequest) {
    return this.commands.run(request, async (tx, now): Promise<CreatedOrganizationView> => {
      if (organization.regionCode) await requireRegion(tx, organization.regionCode);
      const id = await createOrganization(tx, now, organization);
      const tenant = { organizationId: id, organizationKind: organization.kind };
      const { locale = 'zh' } = owner;
      const invited = await inviteMember(tx, now, tenant, { ...owner, locale, role: 'owner' });
      await this.letters.write(tx, now, invited.letter);
      const view = organizationView((await organizationById(tx, id))!);
      return { ...view, owner: memberView((await memberById(tx, invited.id))!) };
    });
  }
}

async function requireRegion(tx: Tx, regionCode: string): Promise<void> {
  if (await findRegulator(tx, regionCode)) return;
  const detail = 'There is no such region. GET /v1/regions lists them.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/regionCode', code: 'unknown_region', detail }] });
}
