import { Problem } from '#kernel';

/** The instant that a checked text names; an offset beyond a day has the form of an instant and is none. */
export function instantOf(text: string, pointer: string): Date {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  const detail = 'Give an instant such as 2026-11-23T14:02:00+08:00.';
  throw new Problem('validation_failed', { errors: [{ pointer, code: 'bad_format', detail }] });
}
