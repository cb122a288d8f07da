import type { NoticeDraft } from './notice-draft.js';
import { missingElements } from './missing-elements.js';
import { regimes } from './regimes.js';
import { type RegimeId, regimeIds } from './regimes/regime.js';

const complete: NoticeDraft = {
  complainant: {
    name: '中影股份',
    idType: 'business_licence',
    idNumber: '91110000100001234X',
    contact: '张三',
    email: 'zhang@example.com',
    phone: '010-12345678',
    address: '北京市怀柔区杨宋镇',
  },
  works: [{ title: '流浪地球2', registrationNumber: '国作登字-2025-I-00012345' }],
  evidence: [{ kind: 'infringement', text: '可在线播放全片' }],
  statements: { accuracy: true, goodFaith: true, perjury: true, signature: '张三' },
  targetCount: 1,
};

const without = (change: Partial<NoticeDraft>): NoticeDraft => ({ ...complete, ...change });
const party = (change: object): NoticeDraft => without({ complainant: { ...complete.complainant, ...change } });
const stating = (change: object): NoticeDraft => without({ statements: { ...complete.statements, ...change } });
const codes = (id: RegimeId, notice: NoticeDraft) => missingElements(regimes[id], notice).map(({ code }) => code);

it.each(regimeIds)('a complete notice lacks nothing under %s', (id) => {
  expect(missingElements(regimes[id], complete)).toEqual([]);
});

const empty: NoticeDraft = { complainant: {}, works: [], evidence: [], targetCount: 0 };

it.each(regimeIds)('an empty notice lacks every element that %s asks of a rights holder, in its order', (id) => {
  const asked = regimes[id].requiredElements.map(({ element }) => element).filter((name) => name !== 'authorization');
  expect(missingElements(regimes[id], empty).map(({ element }) => element)).toEqual(asked);
});

/** Which regimes miss it when one thing alone is left out. */
const lacks: Array<[what: string, notice: NoticeDraft, code: string, regimes: RegimeId[]]> = [
  ['the name', party({ name: ' ' }), 'name_missing', ['cn.reg468', 'cn.ecl', 'cn.civil', 'eu.dsa']],
  ['every contact', party({ contact: '', email: null, phone: '' }), 'contact_missing', ['cn.reg468', 'us.dmca']],
  ['the address', party({ address: undefined }), 'address_missing', ['cn.reg468']],
  ['the e-mail', party({ email: '' }), 'email_missing', ['eu.dsa']],
  ['the document number', party({ idNumber: '' }), 'identity_missing', ['cn.reg468', 'cn.ecl', 'cn.civil']],
  ['the document type', party({ idType: null }), 'identity_missing', ['cn.reg468', 'cn.ecl', 'cn.civil']],
  [
    'the title',
    without({ works: [{ registrationNumber: '国作登字-2025-I-00012345' }] }),
    'work_missing',
    ['cn.reg468', 'us.dmca'],
  ],
  [
    'the ownership proof',
    without({ works: [{ title: '流浪地球2' }] }),
    'ownership_missing',
    ['cn.reg468', 'cn.ecl', 'cn.civil'],
  ],
  ['the prima facie proof', without({ evidence: [] }), 'infringement_missing', ['cn.reg468', 'cn.ecl', 'cn.civil']],
  ['the explanation', without({ evidence: [] }), 'explanation_missing', ['eu.dsa']],
  ['a located target', without({ targetCount: 0 }), 'location_missing', [...regimeIds]],
  [
    'the guarantee of truthfulness',
    stating({ accuracy: false }),
    'truthfulness_missing',
    ['cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca'],
  ],
  ['the good-faith statement', stating({ goodFaith: false }), 'good_faith_missing', ['us.dmca', 'eu.dsa']],
  ['the perjury statement', stating({ perjury: undefined }), 'perjury_missing', ['us.dmca']],
  ['the signature', stating({ signature: '' }), 'signature_missing', ['cn.reg468', 'us.dmca']],
];

it.each(lacks)('a notice without %s lacks it exactly where the law asks for it', (_what, notice, code, expected) => {
  expect(regimeIds.filter((id) => codes(id, notice).includes(code))).toEqual(expected);
});

it('every deficiency says in both languages what to add, and cites its article', () => {
  const found = missingElements(regimes['cn.reg468'], party({ address: '' }));
  expect(found).toEqual([
    {
      element: 'address',
      code: 'address_missing',
      detail: { zh: '缺少权利人的地址', en: 'The address of the rights holder is missing' },
      source: expect.objectContaining({ law: '信息网络传播权保护条例', article: '第14条第1项' }),
    },
  ]);
});

describe('proof', () => {
  it('identity is shown by identity evidence where no document number is given', () => {
    const notice = party({ idNumber: '' });
    expect(codes('cn.ecl', { ...notice, evidence: [...notice.evidence, { kind: 'identity', fileId: 'f1' }] })).toEqual(
      [],
    );
  });
  it('ownership is shown by evidence, or by a registration number for every work', () => {
    const two = [{ title: '甲', registrationNumber: '国作登字-2025-I-1' }, { title: '乙' }];
    expect(codes('cn.civil', without({ works: two }))).toEqual(['ownership_missing']);
    const evidence = [...complete.evidence, { kind: 'ownership' as const, text: '国作登字-2025-I-00012345' }];
    expect(codes('cn.civil', without({ works: two, evidence }))).toEqual([]);
  });
  it('a link or a text satisfies an element, an empty entry does not', () => {
    const proof = (entry: object) => without({ evidence: [{ kind: 'infringement', ...entry }] });
    expect(codes('cn.reg468', proof({ url: 'https://example.com/proof' }))).toEqual([]);
    expect(codes('cn.reg468', proof({ text: '  ' }))).toEqual(['infringement_missing']);
  });
  it('a description of a target explains a notice under the DSA', () => {
    expect(codes('eu.dsa', without({ evidence: [], descriptions: [null, '全片盗播'] }))).toEqual([]);
  });
});

describe('an agent', () => {
  const agent = (onBehalfOf: object, change: Partial<NoticeDraft> = {}) =>
    without({ onBehalfOf: { name: '刘某', ...onBehalfOf }, ...change });

  it('needs an authorization: a reference or a document', () => {
    expect(codes('cn.reg468', agent({}))).toEqual(['authorization_missing']);
    expect(codes('cn.reg468', agent({ authorizationId: 'a1' }))).toEqual([]);
    const evidence = [...complete.evidence, { kind: 'authorization' as const, fileId: 'f2' }];
    expect(codes('cn.reg468', agent({}, { evidence }))).toEqual([]);
  });
  it.each(['expired', 'out_of_scope', 'revoked', 'unknown'] as const)('may not file on one that is %s', (state) => {
    expect(codes('cn.ecl', agent({ authorizationId: 'a1' }, { authorizationState: state }))).toEqual([
      `authorization_${state}`,
    ]);
  });
  it.each(['in_force', 'pending'] as const)('may file on one that is %s', (state) => {
    expect(codes('cn.ecl', agent({ authorizationId: 'a1' }, { authorizationState: state }))).toEqual([]);
  });
  it('names the rights holder; the agent’s own contact, address and identity stand in', () => {
    expect(codes('cn.reg468', agent({ name: '', authorizationId: 'a1' }))).toEqual(['name_missing']);
  });
});
