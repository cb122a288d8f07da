import { modeOfApiKey, newApiKey, shownPrefix } from './api-key-text.js';

it('tells the mode of a key from its head', () => {
  expect(modeOfApiKey(newApiKey('live'))).toBe('live');
  expect(modeOfApiKey(newApiKey('sandbox'))).toBe('sandbox');
  expect(newApiKey('live')).toMatch(/^tsk_live_[0-9A-Za-z]{49}$/);
  expect(newApiKey('sandbox')).toMatch(/^tsk_test_/);
});

it('refuses a key with any one character changed', () => {
  const key = newApiKey('sandbox');
  for (let place = 0; place < key.length; place += 1) {
    const other = key[place] === 'x' ? 'y' : 'x';
    expect(modeOfApiKey(key.slice(0, place) + other + key.slice(place + 1))).toBeNull();
  }
});

it('refuses a key that was cut, prolonged or turned to the other mode', () => {
  const key = newApiKey('sandbox');
  for (const text of [key.slice(0, -1), `${key}0`, key.replace('_test_', '_live_'), 'tsk_test_', ''])
    expect(modeOfApiKey(text)).toBeNull();
});

it('shows a beginning that gives nothing away', () => {
  const key = newApiKey('live');
  expect(key.startsWith(shownPrefix(key))).toBe(true);
  expect(shownPrefix(key)).toHaveLength(15);
});
