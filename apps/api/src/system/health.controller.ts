import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { Counts } from '../limits/counts-as.js';

@ApiExcludeController()
@Counts('nothing')
@Controller()
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process answers; restart it when it does not. */
  @Get('livez')
  @Public()
  @HttpCode(200)
  live() {
    return { status: 'ok' };
  }

  /** Ready to serve: the database answers and is migrated. Take it out of rotation when it does not. */
  @Get('readyz')
  @Public()
  async ready() {
    const [row] = await this.database.query<Array<{ migrated: boolean }>>(
      `select exists (select from installation) as migrated`,
    );
    if (!row!.migrated) throw new Problem('unavailable', { detail: 'The database is not installed yet.' });
    return { status: 'ok' };
  }
}
