import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ApiRequest, Public, Request } from '../http/access.js';
import { cacheable, giveCacheable } from '../http/cacheable.js';
import { MayBeKnown } from '../http/tagged.js';
import { regimesInWords, rulesInWords } from './law-in-words.js';
import { RegimeList, RuleList, VocabularyView } from './law.views.js';
import { vocabulary } from './vocabulary.js';

const rules = cacheable({ data: rulesInWords });
const regimes = cacheable({ data: regimesInWords });
const words = cacheable(vocabulary);

/** The law and the words as this release has them: the same for everybody, no account needed. */
@ApiTags('law')
@Controller('v1')
export class LawController {
  @Get('rules')
  @Public()
  @ApiOperation({ summary: 'Every clock in force, in words: how long, who owes it, from when, and where it stands' })
  @ApiOkResponse({ type: RuleList })
  @MayBeKnown()
  rules(@Request() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return giveCacheable(request, reply, rules);
  }

  @Get('regimes')
  @Public()
  @ApiOperation({ summary: 'The bodies of law: what each asks of a notice and a counter-notice, and what it accepts' })
  @ApiOkResponse({ type: RegimeList })
  @MayBeKnown()
  regimes(@Request() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return giveCacheable(request, reply, regimes);
  }

  @Get('vocabulary')
  @Public()
  @ApiOperation({ summary: 'What people call every code of this API, in Chinese and English' })
  @ApiOkResponse({ type: VocabularyView })
  @MayBeKnown()
  vocabulary(@Request() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return giveCacheable(request, reply, words);
  }
}
