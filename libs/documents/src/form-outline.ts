import type { Column, Field, FormSheet, Passage } from './form-rows.js';
import { isGiven, valueInWords } from './form-rows.js';
import type { Words } from './form-words.js';

/** One field, paragraph or row of a table: `values` are its lines in the order of the form. */
export interface OutlineRow {
  label: string | null;
  values: string[];
  isMandatory: boolean;
  /** False where the form prints that nothing was given. */
  isGiven: boolean;
}

export interface OutlineSection {
  title: string;
  isMandatory: boolean;
  rows: OutlineRow[];
}

/** A form as plain data, section by section, for screens. */
export class FormOutline implements FormSheet {
  readonly sections: OutlineSection[] = [];

  constructor(private readonly words: Words) {}

  gap(): void {
    // distance is the screen's own
  }

  paragraph(passages: readonly Passage[]): void {
    this.row(null, passages);
  }

  ends(left: string, right: string): void {
    this.row(null, [[left], [right]]);
  }

  bar(title: string, isMandatory = false): void {
    this.sections.push({ title, isMandatory, rows: [] });
  }

  fields(fields: readonly Field[]): void {
    for (const { label, value, isMandatory = false } of fields)
      this.row(label, [valueInWords(this.words, value, isMandatory)], isMandatory, isGiven(value));
  }

  box(passages: readonly Passage[]): void {
    this.row(null, passages);
  }

  async table(columns: readonly Column[], rows: Iterable<ReadonlyArray<readonly Passage[]>>): Promise<void> {
    for (const cells of rows) {
      const [number, ...rest] = cells;
      const lines = rest.flatMap((cell, place): Passage[] =>
        cell.map(([text], line): Passage => [line === 0 ? `${columns[place + 1]!.label}：${text}` : text]),
      );
      this.row(number![0]?.[0] ?? null, lines);
    }
  }

  value({ value, isMandatory }: Pick<Field, 'value' | 'isMandatory'>): Passage {
    return valueInWords(this.words, value, isMandatory);
  }

  private row(label: string | null, passages: readonly Passage[], isMandatory = false, given = true): void {
    const values = passages.flatMap(([text]) => (text === '' ? [] : [text]));
    if (this.sections.length === 0) this.bar('');
    this.sections.at(-1)!.rows.push({ label, values, isMandatory, isGiven: given });
  }
}
