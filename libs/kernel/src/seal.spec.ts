import { seal, unseal } from './seal.js';

describe('a sealed secret', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, 'endpoint-1', 'whsec_字');

  it('opens for its owner under its key', () => {
    expect(unseal(key, 'endpoint-1', sealed)).toBe('whsec_字');
    expect(sealed).not.toContain('whsec');
  });

  it('never looks the same twice', () => {
    expect(seal(key, 'endpoint-1', 'whsec_字')).not.toBe(sealed);
  });

  it('stays shut for another owner, another key, and when a byte was changed', () => {
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => unseal(key, 'endpoint-2', sealed)).toThrow();
    expect(() => unseal(Buffer.alloc(32, 2), 'endpoint-1', sealed)).toThrow();
    expect(() => unseal(key, 'endpoint-1', `v1.${bytes.toString('base64url')}`)).toThrow();
  });
});
