import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { filesOfMatters, type LinkedFile, type ObjectStore, openFile } from '#evidence';
import { type Caller, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { findAuthorization } from '#works';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { contentSchema } from '../files/content-schema.js';
import { sendFile } from '../files/send-file.js';
import { OBJECT_STORE } from '../files/tokens.js';
import { CallerOf, Needs } from '../http/access.js';
import { UuidParam } from '../http/uuid-param.js';
import { AuthorizationFilesView, authorizationFileView } from './authorization-files.views.js';
import { authorizationReaderOf } from './authorization-reader-of.js';

/** The documents of an authorization, for whoever may read it: the operator judges them, the owner sees what bears its name. */
@ApiTags('authorizations')
@ApiBearerAuth()
@Controller('v1/authorizations/:id/files')
export class AuthorizationFilesController {
  constructor(
    private readonly database: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @Get()
  @Needs('complaints:read', 'directory:manage')
  @ApiOperation({ summary: 'Files that prove the authorization, for its parties and the operator' })
  @ApiOkResponse({ type: AuthorizationFilesView })
  async list(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<AuthorizationFilesView> {
    return { data: (await this.readable(caller, id)).map(authorizationFileView) };
  }

  @Get(':fileId/content')
  @Needs('complaints:read', 'directory:manage')
  @ApiOperation({ summary: 'The content of one of them, as an attachment' })
  @ApiOkResponse(contentSchema)
  async content(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Param('fileId', UuidParam) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = (await this.readable(caller, id)).find((one) => one.id === fileId.toLowerCase());
    if (!file) throw new Problem('not_found');
    sendFile(reply, file, await openFile(this.store, file));
  }

  /** The agent uploaded them; that anybody else reads them is written down (domain.md §7). */
  private async readable(caller: Caller, authorizationId: string): Promise<LinkedFile[]> {
    const authorization = await findAuthorization(this.database, authorizationReaderOf(caller), authorizationId);
    if (!authorization) throw new Problem('not_found');
    const { id, agentOrganizationId } = authorization;
    const files = await filesOfMatters(this.database, [id]);
    if (caller.organizationId !== agentOrganizationId) {
      await recordAccess(this.database, caller, { kind: 'authorization', id });
    }
    return files;
  }
}
