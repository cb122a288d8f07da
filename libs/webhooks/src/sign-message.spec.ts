import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { newSecret, newSigningKey } from './endpoint-keys.js';
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

  it('is given by every key while they are changed over, and either is enough', () => {
    const [old, next] = [newSecret(), newSecret()];
    const keys = [next, old].map((secret) => ({ secret, signingKey: null }));
    const headers = signedHeaders(keys, 'msg_1', new Date(), '{}');
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [old, next]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
    expect(() => new Webhook(newSecret()).verify('{}', headers)).toThrow();
  });

  it('is joined by one of Ed25519 that the public key verifies, and the library passes over it', () => {
    const secret = newSecret();
    const { signingKey, publicKey } = newSigningKey();
    const headers = signedHeaders([{ secret, signingKey }], 'msg_1', new Date(), '{"字":1}');
    const [v1, v1a] = headers['webhook-signature'].split(' ').map((text) => text.split(','));
    expect([v1![0], v1a![0]]).toEqual(['v1', 'v1a']);
    const x = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const isValid = (body: string) =>
      verify(null, Buffer.from(`msg_1.${headers['webhook-timestamp']}.${body}`), key, Buffer.from(v1a![1]!, 'base64'));
    expect([isValid('{"字":1}'), isValid('{"字":2}')]).toEqual([true, false]);
    expect(new Webhook(secret).verify('{"字":1}', headers)).toEqual({ 字: 1 });
  });

  // RFC 8032 §7.1, test 1: its seed, and what it signs
  it('of Ed25519 is the one of the standard for the seed of its key', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const publicKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    const signingKey = `whsk_${seed.toString('base64')}`;
    const headers = signedHeaders([{ secret: newSecret(), signingKey }], 'msg_1', new Date(0), '{}');
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
      format: 'jwk',
    });
    const signature = Buffer.from(headers['webhook-signature'].split('v1a,')[1]!, 'base64');
    expect(verify(null, Buffer.from('msg_1.0.{}'), key, signature)).toBe(true);
  });

  it('comes of 32 random bytes', () => {
    expect(Buffer.from(newSecret().replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(newSecret()).not.toBe(newSecret());
  });
});
