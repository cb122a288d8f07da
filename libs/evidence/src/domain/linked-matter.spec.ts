import { type FileLink, mergeLinks } from './linked-matter.js';

const link = (changes: Partial<FileLink>): FileLink => ({
  fileId: 'f1',
  matterKind: 'complaint',
  matterId: 'm1',
  kind: 'infringement',
  forward: true,
  readers: ['complainant'],
  ...changes,
});

describe('the links of files to matters', () => {
  it('are one for each matter and file, read by the readers of all', () => {
    const merged = mergeLinks([link({}), link({ kind: 'other', readers: ['platform', 'complainant'] })]);
    expect(merged).toEqual([link({ readers: ['complainant', 'platform'] })]);
    expect(mergeLinks([link({}), link({ fileId: 'f2' }), link({ matterId: 'm2' })])).toHaveLength(3);
  });

  it('know an id in either case', () => {
    const [merged, ...more] = mergeLinks([link({}), link({ fileId: 'F1', kind: 'identity' })]);
    expect([merged!.forward, more]).toEqual([false, []]);
  });

  it('are forwarded only where all say so, and never for proof of identity, in whatever order', () => {
    expect(mergeLinks([link({}), link({})])[0]!.forward).toBe(true);
    for (const other of [link({ forward: false }), link({ kind: 'identity' })]) {
      expect(mergeLinks([link({}), other])[0]!.forward).toBe(false);
      expect(mergeLinks([other, link({})])[0]!.forward).toBe(false);
    }
  });
});
