import { Problem } from '#kernel';

/** Lets a few works run at once, some wait in line, and sends the rest away: 503, try again. */
export class Turns {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running++;
    else if (this.waiting.length < this.inLine) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else throw new Problem('unavailable', { detail: 'Too many documents are being drawn.', retryAfterSeconds: 2 });
    try {
      return await work();
    } finally {
      // the place is handed on without becoming free in between
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
