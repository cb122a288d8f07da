import { NoticePage } from '../notices/entry.views.js';
import { columnsOf, entryOf, valueAt } from './columns.js';
import { csv, csvLine } from './csv.js';

it('a cell that a spreadsheet would run is a text, and numbers stay numbers', () => {
  const rows = [{ name: '=HYPERLINK("https://a.test")', count: -1, note: null }];
  expect(csv({ columns: ['name', 'count', 'note'], rows })).toBe(
    '\ufeffname,count,note\r\n"\'=HYPERLINK(""https://a.test"")",-1,\r\n',
  );
  for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
    expect(csv({ columns: ['a'], rows: [{ a: `${start}1` }] })).toContain(`'${start}`);
});

it('separators, quotes and line breaks stay inside their cell', () => {
  expect(csv({ columns: ['a', 'b'], rows: [{ a: '甲,"乙"\n丙', b: '丁' }] })).toBe(
    '\ufeffa,b\r\n"甲,""乙""\n丙",丁\r\n',
  );
});

it('lists are joined, and what has members of its own is JSON', () => {
  expect(csvLine([['a', 'b'], [], [{ id: 1 }], { of: 2 }, true])).toBe('a; b,,"[{""id"":1}]","{""of"":2}",true\r\n');
});

it('members of a member are columns of their own, where there is one of it', () => {
  expect(columnsOf(entryOf(NoticePage)).filter((column) => /^(platform|lookingNow)/.test(column))).toEqual([
    'platform.id',
    'platform.name',
    'lookingNow',
  ]);
  expect(valueAt({ platform: { name: '抖音' } }, 'platform.name')).toBe('抖音');
  expect(valueAt({ platform: null }, 'platform.name')).toBeUndefined();
});
