import { bases, clockRules } from '#law';
import { basisOf, firmest, reasonFor, severityOf } from './grounds.js';

describe('why and how gravely a breach is escalated', () => {
  it('escalates takedown, a decision on a notice and restoration, and no other clock', () => {
    const escalated = new Set(clockRules.filter(({ kind }) => reasonFor(kind)).map(({ kind }) => kind));
    expect([...escalated].sort()).toEqual(['decide', 'restore', 'takedown']);
    expect(reasonFor('restore')).toBe('restore_overdue');
    expect(reasonFor('decide')).toBe('takedown_overdue');
    expect(reasonFor('constructor')).toBeNull();
  });

  it('is the graver the firmer the ground, from assumption to statute', () => {
    expect([...bases].sort((a, b) => severityOf[a] - severityOf[b])).toEqual([
      'assumption',
      'platform_practice',
      'departmental',
      'statutory',
    ]);
  });

  it('goes by the firmest of several grounds', () => {
    expect(firmest(['platform_practice', 'departmental', 'assumption'])).toBe('departmental');
    expect(basisOf('cn.netdisk.takedown')).toBe('departmental');
    expect(basisOf('a rule that was withdrawn')).toBe('assumption');
  });
});
