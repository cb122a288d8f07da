import { breaths } from './breaths.js';
import { breakLines } from './domain/break-lines.js';
import type { Face, Line } from './domain/row.js';
import { codePointName, showCharacters } from './domain/show-characters.js';
import type { Typefaces } from './faces.js';
import { ink } from './sheet.js';

export interface Style {
  face?: Face;
  size?: number;
  color?: string;
}

/** Turns texts into lines of one document, and remembers the characters that could not be set as they are. */
export class Typesetter {
  /** Waits for a turn of the event loop when enough was set in one go. */
  readonly breathe = breaths();
  private readonly shown = new Map<number, number>();

  constructor(private readonly faces: Typefaces) {}

  lines(text: string, width: number, { face = 'regular', size = 9, color = ink.text }: Style = {}): Line[] {
    const { hasGlyph, widthOf } = this.faces[face];
    const visible = showCharacters(text, hasGlyph, (codePoint) =>
      this.shown.set(codePoint, (this.shown.get(codePoint) ?? 0) + 1),
    );
    return breakLines(visible, width / size, widthOf).map((line) => ({ text: line, face, size, color }));
  }

  /** `U+20BB7 ×2`, by code point. */
  rareCharacters(): string[] {
    return [...this.shown]
      .sort(([a], [b]) => a - b)
      .map(([codePoint, count]) => codePointName(codePoint) + (count > 1 ? ` ×${count}` : ''));
  }
}
