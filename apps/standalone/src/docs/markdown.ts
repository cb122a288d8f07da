import type { Label, Source } from '#law';

/** A table of GitHub Markdown, one row a line. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Both languages in one place. */
export function both({ zh, en }: Label): string {
  return zh === en ? zh : `${zh} · ${en}`;
}

/** The law by its own name, with the article as cited. */
export function cite({ law, article }: Source): string {
  return `${law} ${article}`;
}

/** What stands at the head of every generated document. */
export function heading(title: Label, from: string): string[] {
  return [
    `# ${title.zh} ${title.en}`,
    `<!-- Written by \`npm run docs\` from ${from}. Change the data, not this page. -->`,
  ];
}
