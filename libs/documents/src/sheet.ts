import Pdf from 'pdfkit';
import { breaths } from './breaths.js';
import { layPages } from './domain/lay-pages.js';
import { type Cell, type Face, heightOf, leadingOf, type Line, type Row } from './domain/row.js';
import type { Typefaces } from './faces.js';

/** Rises whenever the same data are drawn otherwise than before: who keeps a document must know. */
export const formEdition = 1;

/** A4 in points; the body stands between the margins, the foot below it. */
export const sheet = { width: 595.28, height: 841.89, margin: 48, top: 46, foot: 62 } as const;
export const bodyWidth = sheet.width - 2 * sheet.margin;
const bodyHeight = sheet.height - sheet.top - sheet.foot;

export const ink = { text: '#1a1a1a', quiet: '#5c5c5c', line: '#8c8c8c', fill: '#eeeeee', alarm: '#a8071a' } as const;

export interface Sheets {
  title: string;
  author: string;
  language: 'zh-CN' | 'en';
  /** Dates the file; nothing in it depends on when it was drawn. */
  at: Date;
  rows: readonly Row[];
  /** Rows of the foot of a page. */
  foot: (page: number, pages: number) => readonly Row[];
}

/** Rows to the bytes of a PDF; the same rows give the same bytes. Between pages the event loop has its turn. */
export async function drawSheets(
  { title, author, language, at, rows, foot }: Sheets,
  faces: Typefaces,
): Promise<Buffer> {
  const pages = layPages(rows, bodyHeight);
  const document = new Pdf({
    autoFirstPage: false,
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // no font of the library's own: it would be a fourteenth of Helvetica in each file
    font: null as unknown as string,
    fontLayoutCache: false,
    info: { Title: title, Author: author, Creator: 'Tongshan', Producer: 'Tongshan', CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));
  for (const face of Object.keys(faces) as Face[]) document.registerFont(face, faces[face].font as never);
  const breathe = breaths();
  for (const [index, page] of pages.entries()) {
    document.addPage();
    drawRows(document, page, sheet.top);
    drawRows(document, foot(index + 1, pages.length), sheet.height - sheet.foot + 10);
    await breathe();
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawRows(document: PDFKit.PDFDocument, rows: readonly Row[], top: number): void {
  let y = top;
  for (const row of rows) {
    const height = heightOf(row);
    for (const cell of row.cells) drawCell(document, cell, row, y, height);
    y += height;
  }
}

function drawCell(document: PDFKit.PDFDocument, cell: Cell, row: Row, top: number, height: number): void {
  const left = sheet.margin + cell.x;
  if (cell.fill) document.rect(left, top, cell.width, height).fill(cell.fill);
  if (row.isBordered) document.lineWidth(0.5).rect(left, top, cell.width, height).stroke(ink.line);
  let y = top + row.padding;
  for (const line of cell.lines) {
    drawLine(document, line, cell, left + insetOf(row), y, cell.width - 2 * insetOf(row));
    y += leadingOf(line);
  }
}

/** Blank left and right of the text of a cell. */
export const insetOf = (row: Pick<Row, 'isBordered'>): number => (row.isBordered ? 4.5 : 0);

function drawLine(
  document: PDFKit.PDFDocument,
  line: Line,
  { align }: Cell,
  left: number,
  top: number,
  width: number,
): void {
  if (line.text === '') return;
  document.font(line.face).fontSize(line.size).fillColor(line.color);
  const slack = align && align !== 'left' ? width - document.widthOfString(line.text) : 0;
  // the square of a Chinese character stands from 0.12 em below the baseline to 0.88 em above
  const baseline = top + leadingOf(line) / 2 + line.size * 0.38;
  document.text(line.text, left + (align === 'center' ? slack / 2 : slack), baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
  });
}
