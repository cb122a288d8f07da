import { dispositions, evidenceKinds, grounds, refusalReasons, serviceTypes, workCategories } from './vocabulary.js';

it('the lists hold the words of the API contract, each once', () => {
  const lists = { serviceTypes, dispositions, refusalReasons, workCategories, grounds, evidenceKinds };
  const sizes = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set<string>(list).size]));
  expect(sizes).toEqual({
    serviceTypes: 17,
    dispositions: 7,
    refusalReasons: 9,
    workCategories: 15,
    grounds: 3,
    evidenceKinds: 5,
  });
});
