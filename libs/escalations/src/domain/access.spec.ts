import { type Caller, type Role, scopesOf } from '#identity';
import { actionsOpenTo, mayAct, mayRead } from './access.js';

const parties = {
  complainantOrganizationId: 'holder',
  platformOrganizationId: 'platform',
  regulatorOrganizationId: 'beijing',
};

function member(organizationId: string, memberId: string | null = 'm1', role: Role = 'handler'): Caller {
  return {
    organizationId,
    organizationKind: 'regulator',
    regionCode: null,
    memberId,
    responsibleMemberId: memberId ?? 'm1',
    role,
    apiKeyId: memberId ? null : 'key',
    sessionId: null,
    scopes: new Set(scopesOf('regulator', role)),
    isEmailConfirmed: true,
  };
}

describe('whose an escalation is', () => {
  it('is read and acted on by its regulator, read by the national one, unknown to every other', () => {
    const answers = ['beijing', 'national', 'shanghai', 'platform', 'holder'].map((organization) => [
      mayRead(member(organization), parties, 'national'),
      mayAct(member(organization), parties, 'national'),
    ]);
    expect(answers).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [false, false],
      [false, false],
    ]);
  });

  it('falls to the national regulator where nobody else was appointed', () => {
    const nobodys = { ...parties, regulatorOrganizationId: null };
    expect(mayAct(member('national'), nobodys, 'national')).toBe(true);
    expect(mayRead(member('beijing'), nobodys, null)).toBe(false);
  });

  it('is only looked at by a viewer', () => {
    expect(mayRead(member('beijing', 'm1', 'viewer'), parties, null)).toBe(true);
    expect(mayAct(member('beijing', 'm1', 'viewer'), parties, null)).toBe(false);
  });

  it('is dismissed by the holder of the claim alone, until the holder leaves', () => {
    const claimed = { ...parties, state: 'claimed' as const, claimedBy: { id: 'm1' }, isHolderGone: false };
    expect(actionsOpenTo(member('beijing', 'm1'), claimed, null)).toEqual(['dismiss']);
    expect(actionsOpenTo(member('beijing', 'm2'), claimed, null)).toEqual([]);
    expect(actionsOpenTo(member('beijing', 'm2'), { ...claimed, isHolderGone: true }, null)).toEqual([
      'claim',
      'dismiss',
    ]);
  });

  it('is claimed through an API key in the name of whoever made the key', () => {
    const claimed = { ...parties, state: 'claimed' as const, claimedBy: { id: 'm1' }, isHolderGone: false };
    expect(actionsOpenTo(member('beijing', null), claimed, null)).toEqual(['dismiss']);
    expect(actionsOpenTo(member('beijing', null), { ...claimed, claimedBy: { id: 'm2' } }, null)).toEqual([]);
  });
});
