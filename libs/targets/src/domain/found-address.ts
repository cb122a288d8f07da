/** A stretch of the folded text that is, or pretends to be, an address. */
export type FoundAddress = WebAddress | AppLink | RefusedAddress;

export interface WebAddress {
  kind: 'web';
  start: number;
  end: number;
  /** What the person wrote, or `https` where nothing was written. */
  scheme: string;
  host: string;
  /** With its colon, or empty. */
  port: string;
  /** Path, query and fragment as found. */
  tail: string;
  /** False where only the look of the name speaks for it; such a find counts when there is no better one. */
  certain: boolean;
}

export interface AppLink {
  kind: 'app';
  start: number;
  end: number;
  scheme: string;
  /** What follows `://`. */
  rest: string;
}

export interface RefusedAddress {
  kind: 'refused';
  start: number;
  end: number;
  detail: string;
}
