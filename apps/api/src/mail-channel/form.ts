import { type FieldError, Problem } from '#kernel';
import { printable } from '../http/fields.js';

/** What a person typed into the page, as it came: flat, bounded, of text alone. */
export type Typed = Readonly<Record<string, string>>;

const mostFields = 2_000;
const longestField = 10_000;

/**
 * The body of a form, a repeated field by its last value. Names that nobody gave stay harmless: it has no prototype.
 * @throws Problem `body_too_large` where there is more of it than the page can have sent
 */
export function typedOf(body: unknown): Typed {
  const typed: Record<string, string> = Object.create(null);
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  if (entries.length > mostFields) throw new Problem('body_too_large');
  for (const [name, value] of entries) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    // a browser sends line breaks as CR LF
    if (typeof last === 'string') typed[name] = last.replaceAll('\r\n', '\n').trim();
  }
  return typed;
}

/** A text of the form, or a fault that names the field; empty is null. */
export function textOf(typed: Typed, name: string, max = 200): string | null {
  const text = typed[name];
  if (!text) return null;
  if (text.length > Math.min(max, longestField)) throw fault(name, 'too_long');
  if (!printable.test(text)) throw fault(name, 'bad_format');
  return text;
}

export function neededText(typed: Typed, name: string, max = 200): string {
  const text = textOf(typed, name, max);
  if (text === null) throw fault(name, 'required');
  return text;
}

export function chosen<T extends string>(typed: Typed, name: string, from: readonly T[]): T {
  const text = neededText(typed, name);
  const found = from.find((one) => one === text);
  if (!found) throw fault(name, 'bad_format');
  return found;
}

/** What `<input type=datetime-local>` sends, read in Beijing; `now` where it is empty. */
export function beijingInstant(typed: Typed, name: string, now: Date): Date {
  const text = textOf(typed, name, 19);
  if (text === null) return now;
  const at = new Date(`${text}+08:00`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) || Number.isNaN(at.getTime())) throw fault(name, 'bad_format');
  return at;
}

export function fault(name: string, code: string): Problem {
  const error: FieldError = { pointer: `#/${name}`, code, detail: code };
  return new Problem('validation_failed', { errors: [error] });
}
