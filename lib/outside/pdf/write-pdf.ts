import PDFDocument from 'pdfkit';

import { broken, collect, openPen, write, type Pen, type Place } from './pen';

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

/** Writes it on sheets of A4 as a PDF, with the letters that it needs and no others; several follow each other, each on sheets of its own. */
export async function writePdf(...[paper, ...more]: [Paper, ...Paper[]]): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    // Kept until the end, when it is known how many sheets there are.
    bufferPages: true,
    info: { Title: paper.title, Author: paper.author, CreationDate: new Date(paper.at) },
    lang: paper.lang,
  });
  const done = collect(doc);
  const pen = await openPen(doc);
  for (const [at, each] of [paper, ...more].entries()) {
    if (at > 0) doc.addPage();
    const first = doc.bufferedPageRange().count - 1;
    draw(pen, each);
    numberSheets(pen, first);
  }
  doc.end();
  return done;
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

// Which sheet of how many, where there is more than one; of those from a first one on.
function numberSheets(pen: Pen, first: number): void {
  const { count } = pen.doc.bufferedPageRange();
  const sheets = count - first;
  for (let at = 0; sheets > 1 && at < sheets; at += 1) {
    pen.doc.switchToPage(first + at);
    write(pen, `${at + 1} / ${sheets}`, { x: margin + width, y: bottom + 20, size: 9, grey: true, right: true });
  }
  pen.doc.switchToPage(count - 1);
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
