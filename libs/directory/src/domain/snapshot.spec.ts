import { regulatorFor, snapshotOf } from './snapshot.js';

const region = (code: string, regulatorOrganizationId: string | null) => ({
  code,
  name: code,
  copyrightAuthority: '版权局',
  telecomAuthority: '通信管理局',
  regulatorOrganizationId,
});

it('puts a region before its own regulator, and before the national one where it has none', () => {
  const snapshot = snapshotOf(
    1n,
    [],
    [region('000000', 'national'), region('110000', 'beijing'), region('310000', null)],
  );
  expect(regulatorFor(snapshot, '110000')).toBe('beijing');
  expect(regulatorFor(snapshot, '310000')).toBe('national');
  expect(regulatorFor(snapshot, '999999')).toBe('national');
});

it('knows no regulator where none was appointed', () => {
  expect(regulatorFor(snapshotOf(1n, [], [region('000000', null)]), '000000')).toBeNull();
});
