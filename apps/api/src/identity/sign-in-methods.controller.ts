import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type DemoPersonRow, demoPeopleAmong, type OrganizationKind, organizationKinds } from '#identity';
import type { Configuration } from '#kernel';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { Shown } from '../http/shown.js';

/** The accounts of the sandbox by the group of users that each stands for. */
const demoGroups = {
  'rights@demo.test': 'rights_holder',
  'platform@demo.test': 'platform',
  'platform2@demo.test': 'platform',
  'platform3@demo.test': 'platform',
  'regulator@demo.test': 'regulator',
  'national@demo.test': 'regulator',
  'partner@demo.test': 'green_channel',
  'operator@demo.test': 'operator',
} as const;
const groups = ['rights_holder', 'platform', 'regulator', 'green_channel', 'operator'] as const;
type DemoGroup = (typeof groups)[number];

class DemoPersonView {
  @Shown('text') email: string;
  @Shown('text') name: string;
  @Shown(groups) group: DemoGroup;
  @Shown('text') organizationName: string;
  @Shown(organizationKinds) organizationKind: OrganizationKind;
}

class OidcMethodView {
  @Shown('text', { description: 'Of the provider, for a button that leads to GET /v1/auth/oidc/start.' }) name: string;
}

class SignInMethodsView {
  @Shown('flag') password: boolean;
  @Shown(() => OidcMethodView, { nullable: true }) oidc: OidcMethodView | null;
  @Shown('flag') registration: boolean;
  @Shown('flag') isSandbox: boolean;
  @Shown(() => DemoPersonView, { list: true, description: 'Accounts to try the sandbox with; none elsewhere.' })
  demo: DemoPersonView[];
  @Shown('text', { nullable: true, description: 'Of the accounts of `demo`, where it is no secret.' })
  demoPassword: string | null;
}

@ApiTags('sign-in')
@Controller('v1/auth/methods')
export class SignInMethodsController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How one can sign in here; in a sandbox also as whom' })
  @ApiOkResponse({ type: SignInMethodsView })
  async methods(): Promise<SignInMethodsView> {
    const { oidc, isSandbox, demoPassword } = this.configuration;
    const people = isSandbox ? await demoPeopleAmong(this.database, Object.keys(demoGroups)) : [];
    return {
      password: true,
      oidc: oidc && { name: oidc.name },
      registration: true,
      isSandbox,
      demo: people.map(demoPersonView),
      demoPassword: people.length > 0 ? demoPassword : null,
    };
  }
}

function demoPersonView(row: DemoPersonRow): DemoPersonView {
  return {
    email: row.email,
    name: row.name,
    group: demoGroups[row.email as keyof typeof demoGroups],
    organizationName: row.organization_name,
    organizationKind: row.organization_kind,
  };
}
