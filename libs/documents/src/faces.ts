import { create, type Font, type Subset } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Face } from './domain/row.js';

/** A typeface as pdfkit takes it, and what the line breaker asks of it. */
export interface Typeface {
  hasGlyph(codePoint: number): boolean;
  /** Of a text in em. */
  widthOf(text: string): number;
  /** For `PDFDocument.registerFont`. */
  font: Font;
}

export type Typefaces = Readonly<Record<Face, Typeface>>;

const require = createRequire(import.meta.url);

let loading: Promise<Typefaces> | undefined;

/** Noto Sans SC in two weights: read and parsed once a process, 10 MB each. */
export function typefaces(): Promise<Typefaces> {
  loading ??= Promise.all([
    load(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    load(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
  ]).then(
    ([regular, bold]) => ({ regular, bold }),
    (failure: unknown) => {
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}

async function load(file: string): Promise<Typeface> {
  return typefaceOf(create(await readFile(file)) as Font);
}

/**
 * pdfkit would shape each text (kerning, ligatures) and keep for a glyph the first code point that used it. Here one
 * code point is one glyph with its own advance, so that what was measured is what is set; and two code points that look
 * alike (人 and the radical ⼈ share a glyph) are embedded apart, so that what is copied out is what was typed.
 */
function typefaceOf(face: Font): Typeface {
  const advances = new Map<number, number>();
  const advanceOf = (codePoint: number) => {
    let advance = advances.get(codePoint);
    if (advance === undefined) advances.set(codePoint, (advance = face.glyphForCodePoint(codePoint).advanceWidth));
    return advance;
  };
  const layout = (text: string) => {
    // a negative id stands for a code point until it is embedded; 0 is the face's own blank
    const glyphs = Array.from(text, (character) => {
      const codePoint = character.codePointAt(0)!;
      return { id: -codePoint, codePoints: [codePoint], advanceWidth: advanceOf(codePoint) };
    });
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return { glyphs, positions, advanceWidth: glyphs.reduce((total, { advanceWidth }) => total + advanceWidth, 0) };
  };
  const createSubset = () => byCodePoint(face, face.createSubset() as unknown as GlyphSubset);
  return {
    hasGlyph: (codePoint) => face.hasGlyphForCodePoint(codePoint),
    widthOf: (text) => {
      let width = 0;
      for (const character of text) width += advanceOf(character.codePointAt(0)!);
      return width / face.unitsPerEm;
    },
    font: Object.create(face, { layout: { value: layout }, createSubset: { value: createSubset } }) as Font,
  };
}

/** As pdfkit and the face use it; the published type takes glyphs and tells truth values. */
interface GlyphSubset extends Omit<Subset, 'includeGlyph'> {
  /** Glyph ids of the face, by their place in the subset. */
  glyphs: number[];
  /** Answers the place. */
  includeGlyph(glyph: number | { id: number }): number;
}

function byCodePoint(face: Font, subset: GlyphSubset): GlyphSubset {
  const places = new Map<number, number>();
  const includeGlyph = subset.includeGlyph.bind(subset);
  subset.includeGlyph = (glyph) => {
    const id = typeof glyph === 'object' ? glyph.id : glyph;
    // parts of a composite glyph come by their own ids
    if (id >= 0) return includeGlyph(id);
    let place = places.get(id);
    if (place === undefined) places.set(id, (place = subset.glyphs.push(face.glyphForCodePoint(-id).id) - 1));
    return place;
  };
  return subset;
}
