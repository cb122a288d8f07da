import fc from 'fast-check';
import { readIdentifier } from './schemes.js';

const sound: Array<[scheme: string, typed: string, normalised: string]> = [
  ['isbn', '978-7-5366-9293-0', '9787536692930'],
  ['isbn', 'ISBN 978 7 5366 9293 0', '9787536692930'],
  ['isbn', '９７８－７－５３６６－９２９３－０', '9787536692930'],
  ['isbn', '979-10-90636-07-1', '9791090636071'],
  ['issn', '2049-3630', '2049-3630'],
  ['issn', 'ISSN 0317-8471', '0317-8471'],
  ['issn', '2434-561x', '2434-561X'],
  ['isrc', 'GB-AYE-06-01498', 'GBAYE0601498'],
  ['isrc', 'ISRC USRC17607839', 'USRC17607839'],
  ['iswc', 'T-034.524.680-1', 'T-034.524.680-1'],
  ['iswc', 'ISWC T0345246801', 'T-034.524.680-1'],
  ['isan', 'ISAN 0000-0000-D07A-0090-Q-0000-0000-X', '0000-0000-D07A-0090-Q-0000-0000-X'],
  ['isan', '0000-0000-d07a-0090', '0000-0000-D07A-0090-Q'],
  ['isan', '0000-0000-D07A-0090-0000-0000', '0000-0000-D07A-0090-Q-0000-0000-X'],
  ['eidr', '10.5240/EA73-79D7-1B2B-B378-3A73-M', '10.5240/EA73-79D7-1B2B-B378-3A73-M'],
  ['eidr', 'https://doi.org/10.5240/ea73-79d7-1b2b-b378-3a73-m', '10.5240/EA73-79D7-1B2B-B378-3A73-M'],
  ['isni', '0000 0001 2150 090X', '0000-0001-2150-090X'],
  ['isni', 'https://isni.org/isni/000000012150090X', '0000-0001-2150-090X'],
  ['orcid', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['orcid', '0000-0002-1694-233X', '0000-0002-1694-233X'],
  ['registration_number', '国作登字-2025-I-00012345', '国作登字-2025-I-00012345'],
  ['registration_number', '粤作登字 － 2019 － F － 00000123', '粤作登字-2019-F-00000123'],
  ['registration_number', '2019sr0123456', '2019SR0123456'],
  ['software_registration', '软著登字第1234567号', '软著登字第1234567号'],
  ['dci', ' dci2024000000001 ', 'DCI2024000000001'],
  ['credit_code', '9144 0300 7084 6113 6T', '91440300708461136T'],
  ['identity_number', '11010519491231002x', '11010519491231002X'],
  ['identity_number', '440524188001010014', '440524188001010014'],
  ['icp_number', '京ＩＣＰ备10046444', '京ICP备10046444号'],
  ['icp_number', '粤B2-20090059', '粤B2-20090059'],
];

it.each(sound)('%s %s is %s', (scheme, typed, normalised) => {
  expect(readIdentifier(scheme, typed)).toEqual({ normalised, isWarning: false });
});

it.each([
  ['isbn', '978-7-5366-9293-1', 'bad_check_digit'],
  ['isbn', '7-5366-9293-1', 'bad_format'],
  ['isbn', '977-7-5366-9293-0', 'bad_format'],
  ['issn', '2049-3631', 'bad_check_digit'],
  ['isrc', 'GB-AYE-06-0149', 'bad_format'],
  ['iswc', 'T-034.524.680-2', 'bad_check_digit'],
  ['isan', '0000-0000-D07A-0090-R', 'bad_check_digit'],
  ['isan', '0000-0000-D07A-0090-Q-0000-0000-Y', 'bad_check_digit'],
  ['isan', 'G000-0000-D07A-0090', 'bad_format'],
  ['eidr', '10.5240/EA73-79D7-1B2B-B378-3A73-N', 'bad_check_digit'],
  ['eidr', '10.5241/EA73-79D7-1B2B-B378-3A73-M', 'bad_format'],
  ['isni', '0000 0001 2150 0900', 'bad_check_digit'],
  ['orcid', '0000-0002-1825-009', 'bad_format'],
  ['registration_number', '国作登字-25-I-00012345', 'bad_format'],
  ['registration_number', '2019SR123', 'bad_format'],
  ['dci', '短', 'bad_format'],
  ['credit_code', '91440300708461136', 'bad_format'],
  ['identity_number', '110105194912310021', 'bad_check_digit'],
  ['identity_number', '110105194902310021', 'impossible_date'],
  ['icp_number', '10046444', 'bad_format'],
])('%s %s is refused: %s', (scheme, typed, code) => {
  const { fault, isWarning } = readIdentifier(scheme, typed);
  expect([fault?.code, isWarning]).toEqual([code, false]);
  expect(fault!.detail.zh).toMatch(/\p{Script=Han}/u);
  expect(fault!.detail.en).toMatch(/\w/);
});

it.each([
  ['credit_code', '91440300708461136U', 'bad_check_digit'],
  ['registration_number', 'PA 2-345-678', 'unknown_form'],
  ['kine_number', '12', 'unknown_scheme'],
  ['constructor', '12', 'unknown_scheme'],
])('%s %s is a reason to look again, not to refuse: %s', (scheme, typed, code) => {
  expect(readIdentifier(scheme, typed)).toMatchObject({ normalised: typed, fault: { code }, isWarning: true });
});

/** Their check digit misses nothing of this kind. ISWC is not here: its even weights let some changes pass. */
const catching = sound.filter(([scheme]) =>
  ['isbn', 'issn', 'isan', 'eidr', 'isni', 'orcid', 'credit_code', 'identity_number'].includes(scheme),
);

it('a single changed digit is caught, wherever it is', () => {
  const changed = fc.constantFrom(...catching).chain(([scheme, , number]) => {
    // the prefix 10.5240/ is no part of the number
    const start = scheme === 'eidr' ? 8 : 0;
    const places = [...number].flatMap((character, place) => (place >= start && /\d/.test(character) ? [place] : []));
    return fc.tuple(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 })).map(([place, by]) => {
      const digit = String((Number(number[place]) + by) % 10);
      return [scheme, number.slice(0, place) + digit + number.slice(place + 1)] as const;
    });
  });
  fc.assert(
    fc.property(changed, ([scheme, number]) => expect(readIdentifier(scheme, number).fault).toBeDefined()),
    { numRuns: 2_000 },
  );
});

it('reading what was normalised changes nothing', () => {
  for (const [scheme, , normalised] of sound)
    expect(readIdentifier(scheme, normalised)).toEqual({ normalised, isWarning: false });
});

it('any text is answered, whatever it holds', () => {
  const schemes = [...new Set(sound.map(([scheme]) => scheme))];
  fc.assert(
    fc.property(fc.constantFrom(...schemes), fc.string({ unit: 'binary', maxLength: 128 }), (scheme, typed) => {
      expect(typeof readIdentifier(scheme, typed).normalised).toBe('string');
    }),
  );
});
