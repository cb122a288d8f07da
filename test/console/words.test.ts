import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Tree {
  [key: string]: string | Tree;
}
interface Given {
  zh: Tree;
  en: Tree;
}

const source = 'apps/console/src';
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && /= defineWords\(/.test(readFileSync(join(source, name), 'utf8')),
);

/** `empty.why` → its sentence. */
const sentences = (tree: Tree, above = ''): Array<[string, string]> =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as [string, string]] : sentences(value, `${above}${key}.`),
  );
const slots = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!).toSorted();

const all: Array<{ file: string; key: string; zh: string; en: string | undefined }> = [];
const keys: Array<[english: string[], chinese: string[]]> = [];
beforeAll(async () => {
  // what the browser has and a test of sentences needs in name only
  Object.assign(globalThis, { localStorage: { getItem: () => 'zh' }, document: { documentElement: {} } });
  for (const file of files) {
    const given: Record<string, unknown> = await import(`../../${join(source, file)}`);
    for (const { zh, en } of Object.values(given).filter(
      (one): one is Given => !!one && typeof one === 'object' && 'zh' in one,
    )) {
      const english = new Map(sentences(en));
      all.push(...sentences(zh).map(([key, sentence]) => ({ file, key, zh: sentence, en: english.get(key) })));
      keys.push([
        [...english.keys()].toSorted(),
        sentences(zh)
          .map(([key]) => key)
          .toSorted(),
      ]);
    }
  }
});

const wrong = (is: (one: { zh: string; en: string }) => boolean) =>
  all
    .filter(({ zh, en }) => en === undefined || is({ zh, en }))
    .map(({ file, key, zh, en }) => `${file} ${key}: ${zh} / ${en}`);

describe('the words of the console', () => {
  it('are there in both languages', () => {
    expect(new Set(all.map(({ file }) => file)).size).toBe(files.length);
    for (const [english, chinese] of keys) expect(english).toEqual(chinese);
    expect(wrong(({ zh, en }) => !zh.trim() || !en.trim())).toEqual([]);
  });

  it('leave the same places open for names and numbers', () => {
    expect(wrong(({ zh, en }) => slots(zh).join() !== slots(en).join())).toEqual([]);
  });

  it('keep to full-width marks and a space between Chinese and Latin', () => {
    // a place stands for Chinese or for Latin alike
    const bare = (zh: string) => zh.replaceAll(/\{\{[^}]*\}\}/g, '·');
    expect(wrong(({ zh }) => /\p{Script=Han}[,;:!?]/u.test(bare(zh)))).toEqual([]);
    expect(wrong(({ zh }) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u.test(bare(zh)))).toEqual([]);
    expect(wrong(({ zh }) => /[你妳]/.test(zh))).toEqual([]);
  });

  it('speak no Chinese to who reads English, but for names and what is typed in Chinese', () => {
    expect(wrong(({ zh, en }) => /\p{Script=Han}/u.test(en) && en === zh && !/^(中文|国作登字-.*)$/.test(zh))).toEqual(
      [],
    );
  });
});
