import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { retrySchedule } from '#webhooks';
import { root } from '../house/source-tree.js';

const guide = join(root, 'docs/integration');
const read = (path: string) => readFileSync(path, 'utf8');
const pages = readdirSync(join(guide, 'zh'));
const textOf = (language: 'zh' | 'en', page: string) => read(join(guide, language, page));

const proseOf = (text: string) => text.replaceAll(/^```[^]*?^```/gm, '');

/** What is the same in every language: headings by their depth, anchors, code, and the shape of the tables. */
function skeletonOf(text: string) {
  const prose = proseOf(text);
  return {
    headings: [...prose.matchAll(/^#+(?= )/gm)].map(([depth]) => depth),
    anchors: [...prose.matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id),
    code: [...text.matchAll(/^```[^]*?^```/gm)].map(([block]) => block),
    written: [...prose.matchAll(/<!-- .*? -->/g)].map(([comment]) => comment),
    rows: [...prose.matchAll(/^\|.*\|$/gm)].map(([row]) => row.split(/(?<!\\)\|/).length),
  };
}

describe('the platform guide', () => {
  it('has the same pages in both languages', () => {
    expect(pages.length).toBeGreaterThan(8);
    expect(readdirSync(join(guide, 'en'))).toEqual(pages);
  });

  it.each(pages)('%s has the same headings, anchors, code and tables in both languages', (page) => {
    const zh = skeletonOf(textOf('zh', page));
    expect(zh.headings.length).toBeGreaterThan(1);
    expect(zh).toEqual(skeletonOf(textOf('en', page)));
    expect(textOf('zh', page)).toMatch(/\p{Script=Han}{6}/u);
  });

  it('points only to what is there', () => {
    const files = [
      join(guide, 'README.md'),
      ...pages.flatMap((page) => [join(guide, 'zh', page), join(guide, 'en', page)]),
    ];
    const broken = files.flatMap((file) =>
      [...proseOf(read(file)).matchAll(/\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)/g)]
        .filter(([, path, anchor]) => {
          const target = path ? join(dirname(file), path) : file;
          return !existsSync(target) || (anchor && !read(target).includes(`<a id="${anchor}">`));
        })
        .map(([link]) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('shows every example, and calls only what the API has', () => {
    const examples = readdirSync(join(guide, 'examples'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const shown = textOf('en', 'examples.md');
    const names = examples.map(({ parentPath, name }) => join(parentPath, name).slice(guide.length + 1));
    expect(names.filter((name) => !shown.includes(`npm run docs: ${name} -->`))).toEqual([]);
    expect(examples).toHaveLength(11);

    const { paths } = JSON.parse(read(join(root, 'docs/openapi.json'))) as { paths: Record<string, object> };
    const calls = pages.flatMap((page) => [
      ...textOf('en', page).matchAll(/`(GET|POST|PATCH|PUT|DELETE) (\/v1\/[\w/:-]+)/g),
    ]);
    const strange = calls.filter(([, method, path]) => {
      const operations = paths[path!.replaceAll(/:(\w+)/g, '{$1}')] ?? {};
      return !Object.hasOwn(operations, method!.toLowerCase());
    });
    expect(calls.length).toBeGreaterThan(5);
    expect(strange.map(([call]) => call)).toEqual([]);
  });

  it('tells the schedule of retries as it is', () => {
    const rows = textOf('en', 'retries.md').match(/^\| \d+ \|.*$/gm);
    expect(rows).toHaveLength(retrySchedule.length);
    expect(rows![0]).toBe('| 2 | 5 s | 5 s |');
    expect(rows!.at(-1)).toBe('| 10 | 24 h | 75 h 35 min 5 s |');
  });
});
