import { preferred } from './accepts.js';
import { languageOf } from './language.js';

const types = ['application/json', 'text/csv', 'text/html'] as const;

describe('what a caller accepts', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; charset=utf-8', 'text/csv'],
    ['text/csv, application/json', 'text/csv'],
    ['application/json, text/csv', 'application/json'],
    ['application/json;q=0.5, text/csv;q=0.9', 'text/csv'],
    ['text/html;q=0', 'application/json'],
    ['text/html;q=0, */*', 'application/json'],
    ['text/*, text/csv;q=0', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['image/png', 'application/json'],
  ])('%s is answered as %s', (header, type) => expect(preferred(header, types)).toBe(type));

  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.5, zh-CN;q=0.9', 'zh'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ])('titles for %s are in %s', (header, language) => {
    expect(languageOf({ headers: { 'accept-language': header } })).toBe(language);
  });
});
