import { Controller, HttpCode, Inject, type OnModuleDestroy, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { type Configuration, keyFor, Problem } from '#kernel';
import { checkReceiver, createGuardedAgent, receiverCheckNames, receiverOf, receiverPolicyOf } from '#webhooks';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { Shown } from '../http/shown.js';
import { UuidParam } from '../http/uuid-param.js';

class AdviceView {
  @Shown('text') zh: string;
  @Shown('text') en: string;
}

class ReceiverCheckView {
  @Shown(receiverCheckNames) name: string;
  @Shown('flag') passed: boolean;
  @Shown('text', { description: 'In words of HTTP, e.g. `2xx`.' }) expected: string;
  @Shown('text', { description: 'What the receiver answered, e.g. `204`, or `no answer: timeout`.' }) got: string;
  @Shown(() => AdviceView, { description: 'Why it matters, and how to mend it.' }) advice: AdviceView;
}

class ReceiverCheckedView {
  @Shown(() => ReceiverCheckView, { list: true }) checks: ReceiverCheckView[];
}

/** The gate before production: what a receiver makes of messages that are late, changed, doubled, slow or large. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('v1/webhook-endpoints')
export class ReceiverCheckController implements OnModuleDestroy {
  private readonly agent: ReturnType<typeof createGuardedAgent>;
  /** Endpoints that are being checked: a receiver is not to be flooded from here. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.agent = createGuardedAgent(receiverPolicyOf(configuration));
  }

  @Post(':id/check')
  @HttpCode(200)
  @Needs('webhooks:manage')
  @ApiOperation({
    summary: 'Try the receiver on good, repeated, late, changed, wrongly signed, large and slow messages, within 25 s',
    description: 'In the sandbox alone. Every message is an example; none is listed among the deliveries.',
  })
  @ApiOkResponse({ type: ReceiverCheckedView })
  async check(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) endpointId: string,
  ): Promise<ReceiverCheckedView> {
    const { configuration, agent } = this;
    const sealingKey = keyFor(configuration, 'sealing');
    const receiver = await receiverOf(this.database, { organizationId, endpointId }, { sealingKey });
    if (this.underWay.has(endpointId)) {
      const detail = 'This endpoint is being checked; it takes 25 seconds at most.';
      throw new Problem('request_in_progress', { detail, retryAfterSeconds: 5 });
    }
    this.underWay.add(endpointId);
    try {
      return { checks: await checkReceiver(receiver, { agent, publicUrl: configuration.publicUrl }) };
    } finally {
      this.underWay.delete(endpointId);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }
}
