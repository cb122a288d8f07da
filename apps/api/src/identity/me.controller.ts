import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPreconditionFailedResponse, ApiTags } from '@nestjs/swagger';
import { amendOrganization, type Caller, lockOrganization, organizationById } from '#identity';
import type { Configuration } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { CONFIGURATION } from '../http/configuration.js';
import { requireTag, Tagged, TaggedChange } from '../http/tagged.js';
import { AmendOrganizationRequest } from './identity.requests.js';
import { OrganizationView, organizationView } from './identity.views.js';
import { meOf, MeView } from './me.views.js';

@ApiTags('administration')
@Controller('v1')
export class MeController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly commands: Commands,
  ) {}

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Who the credential stands for, and what it may do' })
  @ApiOkResponse({ type: MeView })
  me(@CallerOf() caller: Caller): Promise<MeView> {
    return meOf(this.database, this.configuration, caller);
  }

  @Get('organization')
  @SignedIn()
  @ApiOperation({ summary: "The caller's own organization and its profile" })
  @ApiOkResponse({ type: OrganizationView })
  @Tagged()
  async organization(@CallerOf() caller: Caller): Promise<OrganizationView> {
    return organizationView((await organizationById(this.database, caller.organizationId))!);
  }

  @Patch('organization')
  @Needs('members:manage')
  @ApiOperation({
    summary: 'Changes name and profile',
    description:
      'The profile stands in where a complaint names no complainant. Fields that are not named stay. ' +
      'With `If-Match`: 412 `stale_version` with the organization as it is where somebody was faster.',
  })
  @ApiOkResponse({ type: OrganizationView })
  @ApiPreconditionFailedResponse()
  @TaggedChange()
  amend(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() change: AmendOrganizationRequest) {
    return this.commands.run(request, async (tx) => {
      await requireTag(request, async () => organizationView(await lockOrganization(tx, caller.organizationId)));
      await amendOrganization(tx, caller.organizationId, change);
      return organizationView((await organizationById(tx, caller.organizationId))!);
    });
  }
}
