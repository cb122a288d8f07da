export const deadLetterKinds = ['webhook', 'letter', 'job'] as const;
export type DeadLetterKind = (typeof deadLetterKinds)[number];

/** What was given up and waits for a person: never its body, its secrets or the address that it was for. */
export interface DeadLetter {
  kind: DeadLetterKind;
  id: string;
  /** The event, the template or the task. */
  about: string;
  organization: { id: string; name: string } | null;
  lastError: string | null;
  attempts: number;
  failedAt: Date;
  /** `failedAt` as PostgreSQL writes it, for the cursor. */
  failedKey: string;
}

const longest = 300;

/** The first line of what went wrong, without the addresses that servers like to repeat. */
export function errorWithoutAddresses(text: string | null): string | null {
  const [line = ''] = text?.trim().split('\n', 1) ?? [];
  return line.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…').slice(0, longest) || null;
}
