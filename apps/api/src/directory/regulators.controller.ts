import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { appointRegulator, findRegulator, listRegulators, type RegulatorEntry } from '#directory';
import { DataSource } from 'typeorm';
import { type ApiRequest, Needs, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, PageQuery, pageOf } from '../http/paging.js';
import { AppointRegulatorRequest } from './directory.requests.js';
import { RegionPage, regionView, RegulatorPage, RegulatorView, regulatorView } from './directory.views.js';

@ApiTags('directory')
@Controller('v1')
export class RegulatorsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get('regions')
  @SignedIn()
  @ApiOperation({ summary: 'The regions, by code; 000000 is the whole country' })
  @ListOf(RegionPage)
  regions(@Query() query: PageQuery): Promise<RegionPage> {
    return this.page(query, regionView);
  }

  @Get('regulators')
  @SignedIn()
  @ApiOperation({ summary: 'The regions with their authorities and the organization that acts for them here' })
  @ListOf(RegulatorPage)
  regulators(@Query() query: PageQuery): Promise<RegulatorPage> {
    return this.page(query, regulatorView);
  }

  @Post('regulators')
  @Needs('directory:manage')
  @ApiOperation({ summary: "Appoints an organization as a region's regulator" })
  @ApiCreatedResponse({ type: RegulatorView })
  appoint(@Request() request: ApiRequest, @Body() { regionCode, organizationId }: AppointRegulatorRequest) {
    return this.commands.run(request, async (tx) => {
      await appointRegulator(tx, regionCode, organizationId);
      return regulatorView((await findRegulator(tx, regionCode))!);
    });
  }

  private async page<T>({ limit = 50, after }: PageQuery, view: (row: RegulatorEntry) => T): Promise<Page<T>> {
    const rows = await listRegulators(this.database, decodeCursor(after, 'text')?.[0] ?? null, limit + 1);
    return pageOf(rows, limit, (row) => [row.regionCode], view);
  }
}
