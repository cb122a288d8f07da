import { type AuthorizationFacts, judgeAuthorization, type Reliance } from './judge-authorization.js';
import { keysOf } from './same-work.js';

const film = { title: '流浪地球2', category: 'film', registrationNumber: '国作登字-2023-I-00012345' };
const noon = new Date('2026-06-15T04:00:00Z');
const long = new Date('2026-01-01T00:00:00Z');

const granted = (changes: Partial<AuthorizationFacts> = {}): AuthorizationFacts => ({
  agentOrganizationId: 'agent',
  ownerName: '中国电影股份有限公司',
  coversCatalogue: false,
  titlePatterns: [],
  works: [keysOf(film)],
  rights: ['information_network'],
  territories: ['CN'],
  validFrom: '2026-06-01',
  validUntil: '2026-06-30',
  allowsSublicence: false,
  state: 'approved',
  stateSince: long,
  approvedAt: long,
  filedAt: long,
  ...changes,
});
const reliance = (changes: Partial<Reliance> = {}): Reliance => ({
  agentOrganizationId: 'agent',
  work: film,
  right: 'information_network',
  ...changes,
});
const judged = (changes: Partial<AuthorizationFacts> = {}, asked: Partial<Reliance> = {}, at = noon) =>
  judgeAuthorization([granted(changes)], reliance(asked), at).state;

it('in force and verified: approved, valid, for this agent, work, right and territory', () => {
  expect(judgeAuthorization([granted()], reliance(), noon)).toEqual({ state: 'in_force', isVerified: true });
});

it('pending may file and is not verified', () => {
  const pending = granted({ state: 'pending', approvedAt: null });
  expect(judgeAuthorization([pending], reliance(), noon)).toEqual({ state: 'pending', isVerified: false });
});

it.each(['rejected', 'revoked', 'frozen'] as const)('%s is %s, whatever else holds', (state) => {
  expect(judged({ state, validUntil: '2020-01-01', rights: [] })).toBe(state);
});

it('nothing on record, or that of another agent, is unknown', () => {
  expect(judgeAuthorization([], reliance(), noon).state).toBe('unknown');
  expect(judged({ agentOrganizationId: 'other' })).toBe('unknown');
  expect(judged({ filedAt: new Date(noon.getTime() + 1) })).toBe('unknown');
});

it.each([
  ['the last millisecond before the first day', '2026-05-31T15:59:59.999Z', 'expired'],
  ['the beginning of the first day in Beijing', '2026-05-31T16:00:00.000Z', 'in_force'],
  ['the last millisecond of the last day in Beijing', '2026-06-30T15:59:59.999Z', 'in_force'],
  ['the beginning of the day after', '2026-06-30T16:00:00.000Z', 'expired'],
])('%s: %s is %s', (_name, at, state) => {
  expect(judged({}, {}, new Date(at))).toBe(state);
});

it('without a last day it holds until it is revoked', () => {
  expect(judged({ validUntil: null }, {}, new Date('2099-01-01T00:00:00Z'))).toBe('in_force');
});

it('pending that has run out is expired, not pending', () => {
  expect(judged({ state: 'pending', approvedAt: null }, {}, new Date('2026-07-01T00:00:00Z'))).toBe('expired');
});

it('a revocation counts from its instant: 1 ms before, it was in force; at it, it is revoked', () => {
  const changes = { state: 'revoked', stateSince: noon } as const;
  expect(judged(changes, {}, new Date(noon.getTime() - 1))).toBe('in_force');
  expect(judged(changes, {}, noon)).toBe('revoked');
});

it('an approval counts from its instant: 1 ms before, it was pending', () => {
  const changes = { stateSince: noon, approvedAt: noon };
  expect(judged(changes, {}, new Date(noon.getTime() - 1))).toBe('pending');
  expect(judged(changes, {}, noon)).toBe('in_force');
});

it.each([
  ['another right', { right: 'reproduction' }, 'out_of_scope'],
  ['a right that nobody knows', { right: '署名权利' }, 'out_of_scope'],
  ['the right by its Chinese name', { right: '信息网络传播权' }, 'in_force'],
  ['no right named', { right: null }, 'in_force'],
  ['another territory', { territory: 'US' }, 'out_of_scope'],
  ['another principal', { principalName: '某某影视公司' }, 'out_of_scope'],
  ['the principal in another spelling', { principalName: ' 中国电影股份有限公司 ' }, 'in_force'],
  ['another work', { work: { title: '三体', category: 'tv' } }, 'out_of_scope'],
  [
    'another registration of the same title',
    { work: { ...film, registrationNumber: '国作登字-2024-I-00099999' } },
    'out_of_scope',
  ],
  [
    'the work by its registration, under an English title',
    { work: { ...film, title: 'The Wandering Earth II' } },
    'in_force',
  ],
  [
    'the work by its title alone, as short video',
    { work: { title: '《流浪地球２》', category: 'short_video' } },
    'in_force',
  ],
  ['its novel of the same title', { work: { title: '流浪地球2', category: 'literature' } }, 'out_of_scope'],
] as Array<[string, Partial<Reliance>, string]>)('%s: %j is %s', (_name, asked, state) => {
  expect(judged({}, asked)).toBe(state);
});

it('an identifier of one scheme decides before the title', () => {
  const isan = (number: string) => ({ title: '片', category: 'film', identifiers: { isan: number } });
  const works = [keysOf(isan('0000-0000-D07A-0090-Q'))];
  expect(judged({ works }, { work: { ...isan('0000 0000 d07a 0090'), title: '别名' } })).toBe('in_force');
  expect(judged({ works }, { work: isan('0000-0001-8CFA-0000-I') })).toBe('out_of_scope');
});

it('WORLD covers every territory', () => {
  expect(judged({ territories: ['WORLD'] }, { territory: 'US' })).toBe('in_force');
});

it.each([
  [[], '任何作品', 'in_force'],
  [['流浪地球*'], '流浪地球3', 'in_force'],
  [['流浪地球*'], '小流浪地球', 'out_of_scope'],
  [['*地球*2'], '《流浪·地球》 2', 'in_force'],
  [['aa*aa'], 'aaa', 'out_of_scope'],
  [['流浪地球'], '流浪地球2', 'out_of_scope'],
  [['x', 'THE*END'], 'the bitter end', 'in_force'],
])('a catalogue with the patterns %j and the title %s: %s', (titlePatterns, title, state) => {
  expect(judged({ coversCatalogue: true, works: [], titlePatterns }, { work: { title, category: 'film' } })).toBe(
    state,
  );
});

it('a pattern of many stars ends at once', () => {
  const pattern = `${'a*'.repeat(200)}b`;
  expect(
    judged({ coversCatalogue: true, titlePatterns: [pattern] }, { work: { title: 'a'.repeat(500), category: 'film' } }),
  ).toBe('out_of_scope');
});

describe('a sub-licence', () => {
  const own = granted();
  const above = (changes: Partial<AuthorizationFacts> = {}) =>
    granted({ agentOrganizationId: 'publisher', allowsSublicence: true, ...changes });
  const chain = (...links: AuthorizationFacts[]) => judgeAuthorization([own, ...links], reliance(), noon);

  it('holds while what it rests on allows it, is in force and covers the work and the right', () => {
    expect(chain(above())).toEqual({ state: 'in_force', isVerified: true });
    expect(chain(above(), above())).toEqual({ state: 'in_force', isVerified: true });
  });

  it.each([
    ['allows no sub-licence', { allowsSublicence: false }, 'out_of_scope'],
    ['has run out', { validUntil: '2026-06-14' }, 'expired'],
    ['has not begun', { validFrom: '2026-06-16' }, 'expired'],
    ['was revoked', { state: 'revoked' }, 'revoked'],
    ['was rejected', { state: 'rejected' }, 'rejected'],
    ['is frozen', { state: 'frozen' }, 'frozen'],
    ['waits for approval', { state: 'pending', approvedAt: null }, 'pending'],
    ['is about another work', { works: [keysOf({ title: '三体', category: 'tv' })] }, 'out_of_scope'],
    ['grants another right', { rights: ['distribution'] }, 'out_of_scope'],
    ['is for another territory', { territories: ['HK'] }, 'out_of_scope'],
    ['is of another owner', { ownerName: '别人' }, 'out_of_scope'],
  ] as Array<[string, Partial<AuthorizationFacts>, string]>)('whose parent %s: %j is %s', (_name, changes, state) => {
    expect(chain(above(changes))).toEqual({ state, isVerified: state === 'in_force' });
    expect(chain(above(), above(changes)).state).toBe(state);
  });
});
