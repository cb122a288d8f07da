import type { Cell, Line, Row } from './domain/row.js';
import type { Text } from './form-data.js';
import type { Words } from './form-words.js';
import { bodyWidth, ink } from './sheet.js';
import type { Style, Typesetter } from './typesetter.js';

/** One field of the form: label, what was given, and whether the form asks for it with a star. */
export interface Field {
  label: string;
  value: Text;
  isMandatory?: boolean;
  /** Takes a line of its own. */
  isLong?: boolean;
}

export interface Column {
  label: string;
  width: number;
  align?: Cell['align'];
}

/** A text of a cell, and how it is set. */
export type Passage = [text: string, style?: Style];

const labelWidth = 102;
export const isGiven = (value: Text): value is string => typeof value === 'string' && value.trim() !== '';

/** What a form is written on: paper, or plain data. */
export interface FormSheet {
  gap(height: number): void;
  paragraph(passages: readonly Passage[], align?: Cell['align'], isKeptWithNext?: boolean): void;
  ends(left: string, right: string, style: Style): void;
  bar(title: string, isMandatory?: boolean): void;
  fields(fields: readonly Field[]): void;
  box(passages: readonly Passage[]): void;
  table(columns: readonly Column[], rows: Iterable<ReadonlyArray<readonly Passage[]>>): Promise<void>;
  value(field: Pick<Field, 'value' | 'isMandatory'>): Passage;
}

/** Builds the rows of a form: bars, fields, tables and paragraphs, all as wide as the body. */
export class FormRows implements FormSheet {
  readonly rows: Row[] = [];

  constructor(
    private readonly setter: Typesetter,
    private readonly words: Words,
  ) {}

  add(row: Row): void {
    this.rows.push(row);
  }

  gap(height: number): void {
    this.add({ cells: [], isBordered: false, padding: height / 2 });
  }

  paragraph(passages: readonly Passage[], align: Cell['align'] = 'left', isKeptWithNext = false): void {
    const cell = { x: 0, width: bodyWidth, align, lines: this.set(passages, bodyWidth) };
    this.add({ cells: [cell], isBordered: false, padding: 2, isKeptWithNext });
  }

  /** Left and right of one line. */
  ends(left: string, right: string, style: Style): void {
    const half = bodyWidth / 2;
    const cells: Cell[] = [
      { x: 0, width: half, lines: this.set([[left, style]], half) },
      { x: half, width: half, lines: this.set([[right, style]], half), align: 'right' },
    ];
    this.add({ cells, isBordered: false, padding: 1 });
  }

  bar(title: string, isMandatory = false): void {
    const lines = this.set([[star(title, isMandatory), { face: 'bold', size: 9.5 }]], bodyWidth - 9);
    this.add({
      cells: [{ x: 0, width: bodyWidth, lines, fill: ink.fill }],
      isBordered: true,
      padding: 3,
      isKeptWithNext: true,
    });
  }

  /** Fields two by two; a long one, and the last one alone, over the whole width. */
  fields(fields: readonly Field[]): void {
    for (let index = 0; index < fields.length;) {
      const [first, second] = [fields[index]!, fields[index + 1]];
      const isPair = second && !first.isLong && !second.isLong;
      const valueWidth = isPair ? bodyWidth / 2 - labelWidth : bodyWidth - labelWidth;
      this.bordered(
        isPair
          ? [...this.field(first, 0, valueWidth), ...this.field(second, bodyWidth / 2, valueWidth)]
          : this.field(first, 0, valueWidth),
      );
      index += isPair ? 2 : 1;
    }
  }

  /** Passages over the whole width, in a border. */
  box(passages: readonly Passage[]): void {
    this.bordered([{ x: 0, width: bodyWidth, lines: this.set(passages, bodyWidth - 9) }]);
  }

  /** A table whose header stands again on each page. */
  async table(columns: readonly Column[], rows: Iterable<ReadonlyArray<readonly Passage[]>>): Promise<void> {
    const cells = (texts: ReadonlyArray<readonly Passage[]>): Cell[] => {
      let x = 0;
      return columns.map(({ width, align }, index) => {
        const cell = { x, width, align, lines: this.set(texts[index]!, width - 9) };
        x += width;
        return cell;
      });
    };
    const labels = cells(columns.map(({ label }): Passage[] => [[label, { face: 'bold', size: 8.5 }]]));
    const header: Row = {
      cells: labels.map((cell) => ({ ...cell, align: 'center', fill: '#f6f6f6' })),
      isBordered: true,
      padding: 2.5,
    };
    this.add({ ...header, isKeptWithNext: true });
    for (const row of rows) {
      this.add({ cells: cells(row), isBordered: true, padding: 3, header });
      await this.setter.breathe();
    }
  }

  value({ value, isMandatory }: Pick<Field, 'value' | 'isMandatory'>): Passage {
    return valueInWords(this.words, value, isMandatory);
  }

  private field(field: Field, x: number, valueWidth: number): Cell[] {
    const label: Passage = [star(field.label, field.isMandatory), { color: ink.quiet }];
    return [
      { x, width: labelWidth, lines: this.set([label], labelWidth - 9) },
      { x: x + labelWidth, width: valueWidth, lines: this.set([this.value(field)], valueWidth - 9) },
    ];
  }

  private bordered(cells: readonly Cell[]): void {
    this.add({ cells, isBordered: true, padding: 3 });
  }

  private set(passages: readonly Passage[], width: number): Line[] {
    return passages.flatMap(([text, style]) => this.setter.lines(text, width, style));
  }
}

/** What was given; else what the form prints in its place. */
export function valueInWords(words: Words, value: Text, isMandatory = false): Passage {
  if (isGiven(value)) return [value];
  return isMandatory ? [words('notProvided'), { color: ink.alarm }] : [words('none'), { color: ink.quiet }];
}

const star = (label: string, isMandatory?: boolean) => (isMandatory ? `${label} *` : label);
