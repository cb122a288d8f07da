/** One spelling for one mailbox: how it is stored, compared and counted. */
export function normaliseEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** The same password typed on another keyboard is the same password. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}
