import { type PlatformName, platformsOf } from '#directory';
import { apiKeyById, type Caller, memberById, organizationById, type Scope, scopes } from '#identity';
import type { Configuration } from '#kernel';
import type { DataSource } from 'typeorm';
import { Shown } from '../http/shown.js';
import {
  ApiKeyView,
  apiKeyView,
  MemberView,
  memberView,
  OrganizationView,
  organizationView,
} from './identity.views.js';

export class OwnPlatformView implements PlatformName {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
  @Shown('text') slug: string;
}

export class MeView {
  @Shown(() => MemberView, { nullable: true, description: 'Null for an API key.' }) member: MemberView | null;
  @Shown(() => ApiKeyView, { nullable: true, description: 'Null for a person.' }) apiKey: ApiKeyView | null;
  @Shown(() => OrganizationView) organization: OrganizationView;
  @Shown(scopes, { list: true }) scopes: Scope[];
  @Shown('flag', { description: 'Of the member, or of whoever made the key.' }) isEmailConfirmed: boolean;
  @Shown('flag', { description: 'Whether signing in takes a second factor; false for an API key.' }) hasTotp: boolean;
  @Shown('flag') isSandbox: boolean;
  @Shown(() => OwnPlatformView, { list: true, description: 'Those that the organization answers for.' })
  platforms: OwnPlatformView[];
  @Shown('text', { nullable: true, description: 'Of a regulator or a platform.' }) regionCode: string | null;
}

export async function meOf(
  database: DataSource,
  { isSandbox }: Pick<Configuration, 'isSandbox'>,
  caller: Caller,
): Promise<MeView> {
  const [organization, member, apiKey, platforms] = await Promise.all([
    organizationById(database, caller.organizationId),
    caller.memberId ? memberById(database, caller.memberId) : null,
    caller.apiKeyId ? apiKeyById(database, caller.apiKeyId) : null,
    caller.organizationKind === 'platform' ? platformsOf(database, caller.organizationId) : [],
  ]);
  return {
    member: member && memberView(member),
    apiKey: apiKey && apiKeyView(apiKey),
    organization: organizationView(organization!),
    scopes: scopes.filter((scope) => caller.scopes.has(scope)),
    isEmailConfirmed: caller.isEmailConfirmed,
    hasTotp: member?.has_totp ?? false,
    isSandbox,
    platforms,
    regionCode: caller.regionCode,
  };
}
