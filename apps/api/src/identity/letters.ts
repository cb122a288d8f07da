import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { IdentityLetter } from '#identity';
import type { Configuration } from '#kernel';
import { writeLetters } from '#mail';
import { CONFIGURATION } from '../http/configuration.js';

/** The page that a letter's link opens, and the call that does the same for who reads letters by machine. */
const steps = {
  confirm_email: { page: '/confirm', call: 'POST /v1/auth/confirmation {"token"}' },
  set_password: { page: '/password', call: 'POST /v1/auth/password {"token", "password"}' },
};

/** Hands the letters that identity wants written to the post, in the same transaction. */
@Injectable()
export class IdentityLetters {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'publicUrl'>) {}

  async write(tx: Tx, now: Date, letter: IdentityLetter): Promise<void> {
    const { publicUrl } = this.configuration;
    if (letter.template === 'already_registered') {
      await writeLetters(tx, now, [{ ...letter, data: { ...letter.data, url: `${publicUrl}` } }]);
      return;
    }
    const { page, call } = steps[letter.template];
    const data = { ...letter.data, url: `${publicUrl}${page}?token=${letter.data.token}`, call };
    await writeLetters(tx, now, [{ ...letter, data }]);
  }
}
