import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { type Caller, hashOfSecret, holderOfKey, isAddressAllowed, KeyUse, modeOfApiKey } from '#identity';
import { type Configuration, Problem } from '#kernel';
import { DataSource } from 'typeorm';
import type { ApiRequest } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';

/** Who calls with an API key: one statement a request, none for a key that was mistyped or is for the other mode. */
@Injectable()
export class ApiKeyCallers implements BeforeApplicationShutdown {
  private readonly log = new Logger('api-keys');
  private readonly use: KeyUse;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: DataSource,
  ) {
    this.use = new KeyUse(database, (failure) =>
      this.log.warn({ failure: String(failure) }, 'the last use of keys waits to be written'),
    );
  }

  /** @throws Problem `unauthenticated`, `wrong_mode`, `key_expired`, `address_not_allowed` */
  async callerOf(request: ApiRequest, key: string): Promise<Caller> {
    const mode = modeOfApiKey(key);
    if (!mode) throw new Problem('unauthenticated', { detail: 'This is no complete API key: was it cut or mistyped?' });
    if ((mode === 'sandbox') !== this.configuration.isSandbox) {
      const detail = this.configuration.isSandbox
        ? 'This is the sandbox: use a key that begins with tsk_test_.'
        : 'This is the live installation: use a key that begins with tsk_live_.';
      throw new Problem('wrong_mode', { detail });
    }
    const now = new Date();
    const holder = await holderOfKey(this.database, hashOfSecret(key), now);
    if (!holder) throw new Problem('unauthenticated', { detail: 'There is no such API key here.' });
    const { organizationId, apiKeyId } = holder.caller;
    request.apiKey = { organizationId, apiKeyId: apiKeyId! };
    if (!holder.isUsable) throw new Problem('key_expired');
    if (!isAddressAllowed(request.ip, holder.allowedCidrs)) {
      throw new Problem('address_not_allowed', { detail: `The request came from ${request.ip}.` });
    }
    this.use.note(apiKeyId!, now);
    return holder.caller;
  }

  /** So that a list shows what this process has seen. */
  writeLastUses(): Promise<void> {
    return this.use.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.use
      .flush()
      .catch((failure: unknown) => this.log.warn({ failure: String(failure) }, 'the last use of keys was not written'));
  }
}
