import { Problem } from '#kernel';
import type { Caller } from './caller.js';

/**
 * Who has not confirmed its address may look around but files nothing and invites nobody.
 * @throws Problem `email_unconfirmed`
 */
export function requireConfirmedEmail(caller: Pick<Caller, 'isEmailConfirmed'>): void {
  if (!caller.isEmailConfirmed) {
    throw new Problem('email_unconfirmed', {
      detail: 'Open the link in the letter that was sent to you, or ask for another one.',
    });
  }
}
