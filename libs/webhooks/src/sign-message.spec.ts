import { Webhook } from 'standardwebhooks';
import { newSecret } from './endpoint-keys.js';
import { signedHeaders } from './sign-message.js';

describe('a signature', () => {
  it('is the one of the published test vector of Standard Webhooks', () => {
    const headers = signedHeaders(
      [{ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signingKey: null }],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
    expect(headers['webhook-timestamp']).toBe('1614265330');
  });

  it('is accepted by the published library, and not for another body', () => {
    const secret = newSecret();
    const headers = signedHeaders([{ secret, signingKey: null }], 'msg_1', new Date(), '{"字":1}');
    expect(new Webhook(secret).verify('{"字":1}', headers)).toEqual({ 字: 1 });
    expect(() => new Webhook(secret).verify('{"字":2}', headers)).toThrow();
  });

  it('comes of 32 random bytes', () => {
    expect(Buffer.from(newSecret().replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(newSecret()).not.toBe(newSecret());
  });
});
