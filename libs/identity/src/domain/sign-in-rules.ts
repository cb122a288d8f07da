/** Every number of sign-in in one place; the checks, the documents and the tests read them here. */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** An access token is short-lived, yet the guard also asks the session: an ended one stops at once. Seconds. */
export const accessTokenSeconds = 10 * minute;

/** A session held by tokens lives this long after its last refresh. Seconds. */
export const sessionSeconds = 30 * day;

/** A browser's session ends after so much rest, and in any case so long after the sign-in. Seconds. */
export const browserSessionSeconds = { idle: 12 * hour, atMost: 7 * day } as const;

/** A browser's session is prolonged at most so often, so that reading does not write. Seconds. */
export const sessionNotedEvery = minute;

/** Characters that are kept of what a browser says of itself. */
export const longestUserAgent = 200;

/** How long the link in a letter opens: to confirm an address, or to set a password. Seconds. */
export const mailTokenSeconds = { confirm_email: 7 * day, set_password: 7 * day } as const;

/** Characters of a password; long enough for a sentence, bounded because it is hashed. */
export const passwordLength = { min: 10, max: 200 } as const;

export const longestEmail = 254;

/** `points` within `seconds`, then refused until the window ends. Only failed sign-ins count. */
export interface Limit {
  points: number;
  seconds: number;
}

export const signInLimits = {
  /** One guesser at one account. */
  addressAndAccount: { points: 5, seconds: 15 * minute },
  /** Many guessers at one account. */
  account: { points: 50, seconds: hour },
  /** One guesser at many accounts. */
  address: { points: 200, seconds: 15 * minute },
  /** Codes of one member's second factor, by whoever knows the password. */
  secondFactor: { points: 10, seconds: hour },
} as const satisfies Record<string, Limit>;

/** What makes letters go out to addresses that somebody typed. */
export const letterLimits = {
  registrationsOfAddress: { points: 100, seconds: hour },
  registrationsOfEmail: { points: 5, seconds: hour },
  confirmationsOfMember: { points: 5, seconds: hour },
  invitationsOfOrganization: { points: 50, seconds: hour },
} as const satisfies Record<string, Limit>;

/** What can be opened and pressed by whoever holds a mailed link, and tried by whoever does not. */
export const mailPageLimits = {
  mailPagesOfAddress: { points: 600, seconds: 15 * minute },
  mailActsOfLink: { points: 120, seconds: hour },
} as const satisfies Record<string, Limit>;

/** Hours for which a rolled API key stays valid beside its successor. */
export const keyOverlapHours = { max: 168, otherwise: 24 } as const;

export const longestAllowList = 50;
