// @ts-expect-error -- the package has no types for its worker
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// the reader finds its worker here and does not go looking for a file
Object.assign(globalThis, { pdfjsWorker });

export interface ReadPdf {
  /** The text of each page as a reader copies it, line breaks and spaces left out. */
  pages: string[];
  text: string;
  /** Each line as it was set. */
  lines: string[];
  info: Record<string, unknown>;
}

/** Reads a PDF with a reader that is not the writer's. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item) => ('str' in item ? [item.str] : []));
    lines.push(...texts.filter((text) => text !== ''));
    pages.push(texts.join(''));
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  return {
    pages: pages.map(withoutSpaces),
    text: withoutSpaces(pages.join('')),
    lines,
    info: info as Record<string, unknown>,
  };
}

/** Where a line was broken a space may be gone: texts are compared without. */
export const withoutSpaces = (text: string): string => text.replace(/[ \n]/g, '');
