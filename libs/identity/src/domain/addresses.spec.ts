import { addressForLimits, isAddressAllowed, normaliseNetwork } from './addresses.js';

it.each([
  ['203.0.113.7', '203.0.113.7/32'],
  ['203.0.113.7/24', '203.0.113.0/24'],
  [' 10.0.0.0/8 ', '10.0.0.0/8'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:db8::1', '2001:db8::1/128'],
  ['2001:DB8:0:0::/32', '2001:db8::/32'],
  ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
  ['::ffff:10.1.2.3', '10.1.2.3/32'],
])('writes the network %s as %s', (text, network) => expect(normaliseNetwork(text)).toBe(network));

it.each([
  '',
  'example.com',
  '10.1/16',
  '012.0.0.1',
  '0x7f.0.0.1',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  '::/129',
  '1.2.3.4.5',
])('takes %p for no network', (text) => expect(normaliseNetwork(text)).toBeNull());

it('allows every address where the list is empty', () => {
  expect(isAddressAllowed('198.51.100.1', [])).toBe(true);
});

it('knows an IPv4 client that arrives inside IPv6', () => {
  expect(isAddressAllowed('::ffff:203.0.113.9', ['203.0.113.0/24'])).toBe(true);
  expect(isAddressAllowed('::ffff:203.0.114.9', ['203.0.113.0/24'])).toBe(false);
});

it('keeps the two kinds of address apart', () => {
  expect(isAddressAllowed('2001:db8::5', ['203.0.113.0/24', '2001:db8::/32'])).toBe(true);
  expect(isAddressAllowed('2001:db9::5', ['0.0.0.0/0', '2001:db8::/32'])).toBe(false);
});

it('refuses what is no address', () => {
  expect(isAddressAllowed('unknown', ['0.0.0.0/0'])).toBe(false);
});

it('counts one IPv6 subscriber as one, and an IPv4 address as itself', () => {
  expect(addressForLimits('2001:db8:1:2:3::4')).toBe(addressForLimits('2001:db8:1:2:ffff::1'));
  expect(addressForLimits('2001:db8:1:3::4')).not.toBe(addressForLimits('2001:db8:1:2::4'));
  expect(addressForLimits('::ffff:203.0.113.9')).toBe('203.0.113.9');
});
