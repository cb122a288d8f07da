import {
  counterReasons,
  dispositions,
  evidenceKinds,
  grounds,
  proceedingKinds,
  refusalReasons,
  rights,
  serviceTypes,
  workCategories,
} from './vocabulary.js';

it('the lists hold the words of the API contract, each once', () => {
  const lists = {
    serviceTypes,
    dispositions,
    refusalReasons,
    counterReasons,
    proceedingKinds,
    workCategories,
    grounds,
    rights,
    evidenceKinds,
  };
  const sizes = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set<string>(list).size]));
  expect(sizes).toEqual({
    serviceTypes: 17,
    dispositions: 7,
    refusalReasons: 9,
    counterReasons: 7,
    proceedingKinds: 2,
    workCategories: 15,
    grounds: 3,
    rights: 13,
    evidenceKinds: 5,
  });
});

it('著作权法 10: thirteen economic rights, items 5 to 17, the last one “other”', () => {
  expect(rights).toHaveLength(17 - 5 + 1);
  expect(rights.indexOf('information_network') + 5).toBe(12);
  expect(rights.at(-1)).toBe('other');
});
