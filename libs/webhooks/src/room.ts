/**
 * How much goes on at once. Whoever is slow makes room for the next, as long as not too many are slow already; then the
 * slow keep their places, and everyone waits.
 */
export class Room {
  private readonly queue: Array<() => void> = [];
  private inside = 0;
  private slow = 0;

  constructor(
    private readonly most: number,
    private readonly mostSlow: number,
  ) {}

  /** Runs the work when there is room, first come, first served. */
  async within<T>(work: (makeRoom: () => void) => Promise<T>): Promise<T> {
    if (this.inside >= this.most) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.inside++;
    let isSlow = false;
    try {
      return await work(() => {
        if (isSlow || this.slow >= this.mostSlow) return;
        isSlow = true;
        this.slow++;
        this.leave();
      });
    } finally {
      if (isSlow) this.slow--;
      else this.leave();
    }
  }

  /** The place goes to the next who waits for one. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.inside--;
  }
}
