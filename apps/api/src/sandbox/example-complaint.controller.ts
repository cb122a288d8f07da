import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FileComplaintRequest } from '../complaints/complaints.requests.js';
import { Needs } from '../http/access.js';
import { exampleComplaint } from './example-complaint.js';

/** For the first run of the console: something to file at once. */
@ApiTags('sandbox')
@Controller('v1/sandbox')
export class ExampleComplaintController {
  @Get('example-complaint')
  @Needs('complaints:write')
  @ApiOperation({ summary: 'A filled complaint, ready for POST /v1/complaints; each with other addresses' })
  @ApiOkResponse({ type: FileComplaintRequest })
  example(): FileComplaintRequest {
    return exampleComplaint();
  }
}
