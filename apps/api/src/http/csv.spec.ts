import { csv } from './csv.js';

it('a cell that a spreadsheet would run is a text, and numbers stay numbers', () => {
  const rows = [{ name: '=HYPERLINK("https://a.test")', count: -1, note: null }];
  expect(csv({ columns: ['name', 'count', 'note'], rows })).toBe(
    '\ufeffname,count,note\r\n"\'=HYPERLINK(""https://a.test"")",-1,\r\n',
  );
  for (const start of ['=', '+', '-', '@', '\t', '\r'])
    expect(csv({ columns: ['a'], rows: [{ a: `${start}1` }] })).toContain(`'${start}1`);
});

it('separators, quotes and line breaks stay inside their cell', () => {
  expect(csv({ columns: ['a', 'b'], rows: [{ a: '甲,"乙"\n丙', b: '丁' }] })).toBe(
    '\ufeffa,b\r\n"甲,""乙""\n丙",丁\r\n',
  );
});
