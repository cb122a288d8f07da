import { Problem } from '#kernel';

/** To somebody who is signed in and shows a code once more; at the sign-in itself it is `bad_otp`. */
export function refusedCode(): Problem {
  const detail =
    'This code does not open. Each opens once; wait for the next one, and look at the clock of the device.';
  return new Problem('validation_failed', { errors: [{ pointer: '#/otp', code: 'bad_otp', detail }] });
}
