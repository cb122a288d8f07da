import { problemCatalogue } from '#kernel';
import { receiverCheckNames, webhookEventTypes } from '#webhooks';
import { eventCatalogue } from '../../../api/src/webhooks/event-catalogue.js';
import { eventDetails } from '../../../api/src/webhooks/event-details.js';
import { withParts } from './integration-pages.js';
import { guideLanguages, integrationTables } from './integration-tables.js';

const rowsOf = (name: string, language: 'zh' | 'en') => integrationTables[name]!(language).split('\n').slice(2);
const named = (name: string) => rowsOf(name, 'en').map((row) => /^\| `([\w.]+)` \|/.exec(row)?.[1]);

it('the guide names every event, problem, check and member of details', () => {
  expect(named('events')).toEqual([...webhookEventTypes]);
  expect(named('problems').sort()).toEqual(Object.keys(problemCatalogue).sort());
  expect(named('checks')).toEqual([...receiverCheckNames]);
  expect(named('details')).toEqual(Object.keys(eventDetails));
});

it('every member of details belongs to an event', () => {
  const used = new Set<string>(Object.values(eventCatalogue).flatMap(({ details }) => details));
  expect(Object.keys(eventDetails).filter((name) => !used.has(name))).toEqual([]);
});

it.each(guideLanguages)('in %s no cell is undefined, and each says something', (language) => {
  for (const name of Object.keys(integrationTables)) {
    expect(rowsOf(name, language).join('\n')).not.toMatch(/undefined|\[object|NaN/);
    for (const row of rowsOf(name, language)) expect(row.split('|')[2]!.trim()).not.toBe('');
  }
});

it('a page that asks for a table that there is not fails', () => {
  const page = '<!-- written by npm run docs: nothing -->\n\n.\n\n<!-- prettier-ignore-end -->';
  expect(() => withParts(page, 'en', () => '')).toThrow('there is no table of nothing');
});
