import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  amendMember,
  type Caller,
  inviteMember,
  memberById,
  membersOf,
  removeMember,
  requireConfirmedEmail,
  resetTotp,
  SignInLimits,
} from '#identity';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, PageQuery, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { AmendMemberRequest, InviteMemberRequest } from './identity.requests.js';
import { MemberPage, MemberView, memberView } from './identity.views.js';
import { IdentityLetters } from './letters.js';

@ApiTags('administration')
@Controller('v1/members')
@Needs('members:manage')
export class MembersController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    private readonly limits: SignInLimits,
    private readonly letters: IdentityLetters,
  ) {}

  @Get()
  @ApiOperation({ summary: "The members of the caller's organization, oldest first" })
  @ListOf(MemberPage)
  async list(@CallerOf() caller: Caller, @Query() { limit = 50, after }: PageQuery): Promise<MemberPage> {
    const cursor = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await membersOf(this.database, caller.organizationId, cursor, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], memberView);
  }

  @Post()
  @ApiOperation({ summary: 'Invites a person, who sets a password by the link in a letter' })
  @ApiCreatedResponse({ type: MemberView })
  async invite(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() body: InviteMemberRequest) {
    requireConfirmedEmail(caller);
    await this.limits.countInvitation(caller.organizationId);
    return this.commands.run(request, async (tx, now) => {
      const { locale = 'zh' } = body;
      const { id, letter } = await inviteMember(tx, now, caller, { ...body, locale });
      await this.letters.write(tx, now, letter);
      return memberView((await memberById(tx, id))!);
    });
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes name or role, disables or enables; one owner stays' })
  @ApiOkResponse({ type: MemberView })
  amend(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() change: AmendMemberRequest,
  ) {
    return this.commands.run(request, async (tx, now) => {
      await amendMember(tx, now, caller, id, change);
      return memberView((await memberById(tx, id))!);
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Removes a member; one owner stays' })
  @ApiNoContentResponse()
  async remove(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Param('id', UuidParam) id: string) {
    await this.commands.run(request, (tx, now) => removeMember(tx, now, caller, id));
  }

  @Delete(':id/totp')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Turns off the second factor of a member who lost it',
    description: 'Not your own: that takes a code (DELETE /v1/me/totp), or another owner.',
  })
  @ApiNoContentResponse()
  async resetTotp(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Param('id', UuidParam) id: string) {
    await this.commands.run(request, (tx) => resetTotp(tx, caller, id));
  }
}
