import type { Label } from '#law';

/** A word of docs/language.md: its name in code and API, in Chinese, in English. */
export interface Term extends Label {
  code: string;
}

/** The tables of docs/language.md by their heading. */
export type Glossary = ReadonlyMap<string, readonly Term[]>;

export function readGlossary(text: string): Glossary {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [heading, ...lines] = section.split('\n');
        const rows = lines.filter((line) => line.startsWith('|')).slice(2);
        const terms = rows.map((line) => {
          const [, code = '', zh = '', en = ''] = line.split('|').map((cell) => cell.trim());
          return { code: code.replaceAll('`', ''), zh, en };
        });
        return [heading!.trim(), terms] as const;
      }),
  );
}

/** What people call a word of the code; a word without a row in that table is told as it is. */
export function wordIn(glossary: Glossary, heading: string): (code: string) => Label {
  const terms = new Map((glossary.get(heading) ?? []).map((term) => [term.code, term]));
  return (code) => terms.get(code) ?? { zh: code, en: code };
}
