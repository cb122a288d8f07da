import { Logger } from '@nestjs/common';
import { isTransient } from '#database';

/** Work that comes round again: one round at a time, a failed one is told and the next goes on, the last is waited for. */
export class InTurn {
  private readonly log: Logger;
  private round: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    name: string,
    private readonly work: (goesOn: () => boolean) => Promise<unknown>,
  ) {
    this.log = new Logger(name);
  }

  async next(): Promise<void> {
    if (this.isStopped || this.round) return;
    this.round = this.work(() => !this.isStopped)
      .then(() => undefined)
      .catch((failure: unknown) =>
        this.log.warn(
          { failure: isTransient(failure) ? String(failure) : failure },
          'a round failed; the next goes on',
        ),
      );
    await this.round;
    this.round = null;
  }

  /** No further round; resolves when the one that runs has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.round;
  }
}
