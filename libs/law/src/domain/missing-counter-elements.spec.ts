import type { CounterDraft } from './counter-draft.js';
import type { CounterElementId } from './counter-elements.js';
import { missingCounterElements } from './missing-counter-elements.js';
import { regimes } from './regimes.js';
import { type RegimeId, regimeIds } from './regimes/regime.js';

const complete: CounterDraft = {
  respondent: {
    name: '李四',
    idType: 'id_card',
    idNumber: '11010519491231002X',
    contact: '李四',
    phone: '010-87654321',
    email: 'li@example.com',
    address: '北京市朝阳区建国路1号',
  },
  statement: '视频为本人拍摄。',
  reasonCode: 'own_work',
  evidence: [{ kind: 'ownership', text: '原始素材' }],
  statements: { accuracy: true, perjury: true, jurisdiction: true, signature: '李四' },
  targetCount: 1,
};

const without = (change: Partial<CounterDraft>): CounterDraft => ({ ...complete, ...change });
const user = (change: object) => without({ respondent: { ...complete.respondent, ...change } });
const stating = (change: object) => without({ statements: { ...complete.statements, ...change } });
const lackOf = (id: RegimeId, counter: CounterDraft) =>
  missingCounterElements(regimes[id], counter).map(({ element }) => element);

it.each(regimeIds)('a complete counter-notice lacks nothing under %s', (id) => {
  expect(lackOf(id, complete)).toEqual([]);
});

it.each(regimeIds)('an empty counter-notice lacks every element that %s asks for, in its order', (id) => {
  // of truthfulness the law says that the user answers for it: only who disowns it lacks it
  const empty: CounterDraft = { respondent: {}, evidence: [], statements: { accuracy: false }, targetCount: 0 };
  expect(lackOf(id, empty)).toEqual(regimes[id].counterElements.map(({ element }) => element));
});

const china: RegimeId[] = ['cn.reg468', 'cn.ecl', 'cn.civil'];

/** Which regimes miss it when one thing alone is left out, and where they ask for it. */
const lacks: Array<[what: string, counter: CounterDraft, element: CounterElementId, by: Array<[RegimeId, string]>]> = [
  [
    'the name',
    user({ name: ' ' }),
    'name',
    [
      ['cn.reg468', '第16条第1项'],
      ['us.dmca', '(g)(3)(D)'],
    ],
  ],
  ['every contact', user({ contact: '', phone: null, email: '' }), 'contact', [['cn.reg468', '第16条第1项']]],
  [
    'the address',
    user({ address: '' }),
    'address',
    [
      ['cn.reg468', '第16条第1项'],
      ['us.dmca', '(g)(3)(D)'],
    ],
  ],
  ['the telephone number', user({ phone: '' }), 'phone', [['us.dmca', '(g)(3)(D)']]],
  [
    'the real identity',
    user({ idNumber: '' }),
    'identity',
    [
      ['cn.reg468', '第9条第1项'],
      ['cn.ecl', '第7条'],
      ['cn.civil', '第1196条'],
    ],
  ],
  [
    'the written statement',
    without({ statement: '' }),
    'statement',
    [
      ['cn.reg468', '第16条'],
      ['cn.ecl', '第43条'],
      ['cn.civil', '第1196条'],
    ],
  ],
  ['any reasons', without({ statement: '', reasonCode: 'other' }), 'reasons', [['eu.dsa', '20(3)']]],
  [
    'the content to restore',
    without({ targetCount: 0 }),
    'location',
    [
      ['cn.reg468', '第16条第2项'],
      ['us.dmca', '(g)(3)(B)'],
    ],
  ],
  [
    'the prima facie proof',
    without({ evidence: [] }),
    'proof',
    [
      ['cn.reg468', '第16条第3项'],
      ['cn.ecl', '第43条'],
      ['cn.civil', '第1196条'],
    ],
  ],
  ['the statement of truthfulness', stating({ accuracy: false }), 'truthfulness', [['cn.reg468', '第16条第2款']]],
  ['the statement under penalty of perjury', stating({ perjury: null }), 'perjury', [['us.dmca', '(g)(3)(C)']]],
  ['the consent to jurisdiction', stating({ jurisdiction: undefined }), 'jurisdiction', [['us.dmca', '(g)(3)(D)']]],
  ['the signature', stating({ signature: '' }), 'signature', [['us.dmca', '(g)(3)(A)']]],
];

it.each(lacks)('without %s it is invalid where the law asks for it', (_what, counter, element, by) => {
  const found = regimeIds.flatMap((id) =>
    missingCounterElements(regimes[id], counter)
      .filter((missing) => missing.element === element)
      .map(({ source }) => [id, source.article]),
  );
  expect(found).toEqual(by);
});

it('says a stable code and how to mend it in both languages', () => {
  expect(missingCounterElements(regimes['cn.civil'], user({ idType: null }))).toEqual([
    expect.objectContaining({
      element: 'identity',
      code: 'identity_missing',
      detail: { zh: expect.stringContaining('证件类型和号码'), en: expect.stringContaining('type and number') },
      source: expect.objectContaining({ law: '民法典', article: '第1196条' }),
    }),
  ]);
});

it('民法典 1196 wants the real identity: a name alone is none, a proof of identity stands for the number', () => {
  const named = { respondent: { name: '李四' }, statement: '原创', targetCount: 1 };
  const work = { kind: 'ownership', text: '原始素材' } as const;
  expect(lackOf('cn.civil', { ...named, evidence: [work] })).toEqual(['identity']);
  expect(lackOf('cn.civil', { ...named, evidence: [work, { kind: 'identity', fileId: 'file' }] })).toEqual([]);
});

it.each(china)('%s: a proof of identity is no proof that nothing is infringed, nor is an empty entry', (id) => {
  expect(lackOf(id, without({ evidence: [{ kind: 'identity', text: '身份证复印件' }] }))).toEqual(['proof']);
  expect(lackOf(id, without({ evidence: [{ kind: 'authorization', text: ' ' }] }))).toEqual(['proof']);
  expect(lackOf(id, without({ evidence: [{ kind: 'authorization', url: 'https://example.com/licence' }] }))).toEqual(
    [],
  );
});

it('17 USC 512(g)(3) asks neither for a document of identity nor for proof, and a number in `contact` is a telephone', () => {
  expect(lackOf('us.dmca', { ...user({ idType: '', idNumber: '' }), evidence: [] })).toEqual([]);
  expect(lackOf('us.dmca', user({ phone: '', contact: 'Li Si, +1 (212) 555-0100' }))).toEqual([]);
});

it('DSA 20 is content with reasons: a sentence, or a code that says what', () => {
  const bare = { respondent: {}, evidence: [], targetCount: 1 };
  expect(lackOf('eu.dsa', { ...bare, reasonCode: 'public_domain' })).toEqual([]);
  expect(lackOf('eu.dsa', { ...bare, statement: 'It is a quotation.' })).toEqual([]);
});
