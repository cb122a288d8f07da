import { escapeHtml } from '../http/page.js';

/** A piece of a page: what stands in it is safe to be shown. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/**
 * Writes a piece of a page. What is put into it is text, whatever it holds, unless it is a piece itself; nothing comes of
 * null and false. So a name, an address or a title cannot become markup anywhere.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, place) => part + (place < values.length ? written(values[place]) : '')).join(''));
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escapeHtml(String(value));
}
