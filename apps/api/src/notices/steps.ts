import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { Caller } from '#identity';
import { requireComplaintVersion, requireNoticeVersion } from '#notices';
import type { ApiRequest } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { versionMatched } from '../http/versions.js';

type Step<T> = (tx: Tx, now: Date) => Promise<T>;

/**
 * Writes that move a matter on. With `If-Match` a step is taken only on the version that the caller has read, the `ETag`
 * of the notice or complaint; else 412 with where it stands now.
 */
@Injectable()
export class Steps {
  constructor(private readonly commands: Commands) {}

  /** On the notice that the path names, or on the notice of the thing that it names. */
  onNotice<T extends object>(request: ApiRequest, caller: Caller, step: Step<T>): Promise<T> {
    return this.take(request, caller, requireNoticeVersion, step);
  }

  onComplaint<T extends object>(request: ApiRequest, caller: Caller, step: Step<T>): Promise<T> {
    return this.take(request, caller, requireComplaintVersion, step);
  }

  private take<T extends object>(
    request: ApiRequest,
    caller: Caller,
    requireVersion: typeof requireNoticeVersion,
    step: Step<T>,
  ): Promise<T> {
    const expected = versionMatched(request);
    const { id } = request.params as { id: string };
    return this.commands.run(request, async (tx, now) => {
      if (expected !== null) await requireVersion(tx, caller, id, expected);
      return step(tx, now);
    });
  }
}
