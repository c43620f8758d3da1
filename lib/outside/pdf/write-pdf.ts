import PDFDocument from 'pdfkit';

import { facesOf, runsOf, type Face, type Faces } from './faces';

/** A row of a table: its words on the left, and its numbers in columns from the right. */
export type Row = { text: string; cells: string[]; strong?: boolean };

/** What a page of paper says, from top to bottom. */
export type Paper = {
  title: string;
  /** Who writes, at the top, and to whom. */
  from: string[];
  to: string[];
  facts: [label: string, value: string][];
  head: Row;
  rows: Row[];
  totals: Row[];
  foot: string[];
  author: string;
  /** When it was given out, in milliseconds: written once more it is the same, byte for byte. */
  at: number;
  /** Its language, as HTML names it. */
  lang: string;
};

const margin = 56;
const width = 595.28 - 2 * margin;
const column = 84;
const bottom = 841.89 - margin;

type Pen = { doc: PDFKit.PDFDocument; plain: Faces; bold: Faces };
type Place = { x: number; y: number; size?: number; strong?: boolean; grey?: boolean; right?: boolean };

/** Writes it on sheets of A4 as a PDF, with the letters that it needs and no others. */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    // Kept until the end, when it is known how many sheets there are.
    bufferPages: true,
    info: { Title: paper.title, Author: paper.author, CreationDate: new Date(paper.at) },
    lang: paper.lang,
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const [plain, bold] = await Promise.all([facesOf(400), facesOf(700)]);
  draw({ doc, plain, bold }, paper);
  numberSheets({ doc, plain, bold });
  doc.end();
  await done;
  return Buffer.concat(parts);
}

function draw(pen: Pen, { title, from, to, facts, head, rows, totals, foot }: Paper): void {
  let y = margin;
  for (const [at, text] of from.entries())
    y = lines(pen, text, { x: margin, y, size: at ? 9 : 11, strong: !at, grey: at > 0 });
  y = Math.max(y + 28, margin + 90);
  const below = to.reduce((at, text) => lines(pen, text, { x: margin, y: at }, width / 2 - 12), y);
  const facing = facts.reduce((at, [label, value]) => {
    write(pen, label, { x: margin + width / 2, y: at, grey: true, size: 9 });
    return lines(pen, value, { x: margin + width / 2 + 110, y: at, size: 9 }, width / 2 - 110);
  }, y);
  y = lines(pen, title, { x: margin, y: Math.max(below, facing) + 28, size: 18, strong: true }) + 10;
  y = rule(pen, row(pen, head, y, true));
  for (const each of rows) {
    // Each sheet says anew what its columns are.
    if (y + heightOf(pen, each) > bottom) y = rule(pen, row(pen, head, newSheet(pen, bottom, 18), true));
    y = row(pen, each, y);
  }
  y = rule(pen, y + 4);
  for (const each of totals) y = row(pen, each, y);
  y += 24;
  for (const text of foot) y = lines(pen, text, { x: margin, y, size: 9, grey: true });
}

// Which sheet of how many, where there is more than one.
function numberSheets(pen: Pen): void {
  const { count } = pen.doc.bufferedPageRange();
  for (let at = 0; count > 1 && at < count; at += 1) {
    pen.doc.switchToPage(at);
    write(pen, `${at + 1} / ${count}`, { x: margin + width, y: bottom + 20, size: 9, grey: true, right: true });
  }
}

const rowSize = 9.5;
const roomIn = ({ cells }: Row) => width - cells.length * column - 12;

// Of its words, but never more than a sheet has.
function heightOf(pen: Pen, each: Row): number {
  const place = { x: margin, y: margin, strong: each.strong, size: rowSize };
  const tall = broken(pen, each.text, place, roomIn(each)).length * rowSize * 1.45;
  return Math.max(18, Math.min(tall, bottom - 2 * margin));
}

// A row, whole on a new sheet where it would leave this one.
function row(pen: Pen, each: Row, top: number, grey = false): number {
  const { text, cells, strong } = each;
  const y = newSheet(pen, top, heightOf(pen, each));
  for (const [at, cell] of cells.entries()) {
    const x = margin + width - (cells.length - 1 - at) * column;
    write(pen, cell, { x, y, strong, grey, right: true, size: rowSize });
  }
  return lines(pen, text, { x: margin, y, strong, grey, size: rowSize }, roomIn(each)) + 4;
}

function rule({ doc }: Pen, y: number): number {
  doc
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.6)
    .strokeColor('#c9c4bb')
    .stroke();
  return y + 8;
}

function newSheet({ doc }: Pen, y: number, height: number): number {
  if (y + height <= bottom) return y;
  doc.addPage();
  return margin;
}

/** Writes a text in as many lines as it needs, and answers where the next one begins. */
function lines(pen: Pen, text: string, place: Place, room = width): number {
  const size = place.size ?? 10;
  let y = place.y;
  for (const line of broken(pen, text, { ...place, size }, room)) {
    y = newSheet(pen, y, size * 1.45);
    write(pen, line, { ...place, y, size });
    y += size * 1.45;
  }
  return y;
}

// Between words, and between the signs of Chinese; a word that is longer than a line is broken within. A line is as long as its pieces are.
function broken(pen: Pen, text: string, place: Place, room: number): string[] {
  const found: string[] = [];
  let [line, filled] = ['', 0];
  for (const piece of piecesOf(pen, text, place, room)) {
    const [long, spaced] = [widthOf(pen, piece.trimEnd(), place), widthOf(pen, piece, place)];
    if (line !== '' && filled + long > room) {
      found.push(line.trimEnd());
      [line, filled] = ['', 0];
    }
    [line, filled] = [line + piece, filled + spaced];
  }
  return [...found, line.trimEnd()];
}

function piecesOf(pen: Pen, text: string, place: Place, room: number): string[] {
  const pieces = text.match(/[\p{Script=Han}，。、；：！？（）]|[^\s\p{Script=Han}，。、；：！？（）]+\s*|\s+/gu) ?? [];
  return pieces.flatMap((each) => (widthOf(pen, each, place) > room ? [...each] : [each]));
}

function write(pen: Pen, text: string, place: Place): void {
  const { doc } = pen;
  const { x, y, size = 10, strong = false, grey = false, right = false } = place;
  let at = right ? x - widthOf(pen, text, place) : x;
  doc.fillColor(grey ? '#5f5a52' : '#1d1b18').fontSize(size);
  for (const run of runsOf(text, strong ? pen.bold : pen.plain)) {
    withFace(doc, run.face).text(run.text, at, y, { lineBreak: false });
    at += doc.widthOfString(run.text);
  }
}

function widthOf({ doc, plain, bold }: Pen, text: string, { size = 10, strong = false }: Place): number {
  doc.fontSize(size);
  return runsOf(text, strong ? bold : plain).reduce(
    (sum, run) => sum + withFace(doc, run.face).widthOfString(run.text),
    0,
  );
}

// A document opens a font by its bytes once; from then on its name is enough.
function withFace(doc: PDFKit.PDFDocument, { name, bytes }: Face): PDFKit.PDFDocument {
  const known = faces.get(doc) ?? new Set<string>();
  faces.set(doc, known);
  if (!known.has(name)) doc.registerFont(name, bytes);
  known.add(name);
  return doc.font(name);
}

const faces = new WeakMap<PDFKit.PDFDocument, Set<string>>();
