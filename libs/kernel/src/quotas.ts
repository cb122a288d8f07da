/** So many requests within a window of so many seconds; then refused until the window ends. */
interface Quota {
  /** The day from which it applies. */
  since: string;
  requests: number;
  seconds: number;
}

/**
 * How often somebody may ask, by what is asked: of an organization, with all its people and keys together, and of an
 * address where nobody is signed in. They keep one from standing in everybody's way; no work by hand comes near them.
 * An operator gives other numbers by `RATE_LIMITS`.
 */
export const quotas = {
  reads: { since: '2026-11-30', requests: 3_000, seconds: 60 },
  writes: { since: '2026-11-30', requests: 600, seconds: 60 },
  /** What is drawn, exported or read out of pasted text. */
  heavy: { since: '2026-11-30', requests: 600, seconds: 60 },
  public: { since: '2026-11-30', requests: 1_200, seconds: 60 },
  public_heavy: { since: '2026-11-30', requests: 300, seconds: 60 },
} satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

/** Requests by quota, as this installation has them. */
export type QuotaSizes = Record<QuotaName, number>;
