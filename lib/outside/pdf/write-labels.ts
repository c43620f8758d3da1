import barcodes from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

import { broken, collect, openPen, widthOf, write, type Pen } from './pen';

/** What stands on a label of a parcel. */
export type LabelPaper = {
  /** The sender, line by line. */
  from: string[];
  /** Where it goes, line by line; `strong` marks the person. */
  to: { text: string; strong?: boolean }[];
  country: string;
  phone: string;
  /** Who brings it and how; empty where that is not said. */
  service: string;
  weight: string;
  /** Words before the sender and before the address. */
  words: { from: string; to: string };
  order: string;
  /** The number in the bars and in the square: the carrier's, or the order's where it gives none. */
  code: string;
  at: number;
  lang: string;
};

// 100 × 150 mm, in points.
const [width, height, margin] = [283.46, 425.2, 14];
const room = width - 2 * margin;
const leading = 1.32;

/** Writes labels as a PDF, each on a page of 100 × 150 mm. */
export async function writeLabels(labels: LabelPaper[]): Promise<Buffer> {
  const [first] = labels;
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    info: { Title: labels.length === 1 ? first!.order : `${labels.length}`, CreationDate: new Date(first?.at ?? 0) },
    lang: first?.lang,
  });
  const done = collect(doc);
  const pen = await openPen(doc);
  for (const label of labels) {
    doc.addPage();
    draw(pen, label);
  }
  doc.end();
  return done;
}

function draw(pen: Pen, label: LabelPaper): void {
  const { from, words, service, weight, order, code } = label;
  write(pen, words.from, { x: margin, y: margin, size: 6.5, grey: true });
  fit(pen, { lines: from.map((text) => ({ text })), top: margin + 9, bottom: 74, size: 7.5, room: room - 88 });
  write(pen, order, { x: width - margin, y: margin, size: 8, strong: true, right: true });
  write(pen, weight, { x: width - margin, y: margin + 13, size: 8, right: true });
  rule(pen, 80);
  write(pen, words.to, { x: margin, y: 86, size: 6.5, grey: true });
  const below = fit(pen, { lines: label.to, top: 97, bottom: 204, size: 14, room });
  fit(pen, {
    lines: [{ text: label.country, strong: true }],
    top: Math.max(below + 6, 180),
    bottom: 234,
    size: 14,
    room,
  });
  write(pen, label.phone, { x: margin, y: 236, size: 8.5 });
  rule(pen, 252);
  const named = fit(pen, {
    lines: [{ text: service, strong: true }],
    top: 260,
    bottom: 290,
    size: 12,
    room: room - 66,
  });
  if (service === '') write(pen, order, { x: margin, y: 262, size: 12, strong: true });
  else write(pen, order, { x: margin, y: Math.max(named, 278), size: 8.5 });
  square(pen, code, { x: width - margin - 56, y: 258, size: 56 });
  bars(pen, code, { x: margin, y: 326, wide: room, high: 62 });
  const size = Math.min(10, 340 / code.length);
  const at = (width - widthOf(pen, code, { x: 0, y: 0, size, strong: true })) / 2;
  write(pen, code, { x: at, y: 394, size, strong: true });
}

type Fitted = { lines: LabelPaper['to']; top: number; bottom: number; size: number; room: number };

/** Writes lines from a height to a lower one, as large as they fit there, and answers where they end. What fits at no size is cut. */
function fit(pen: Pen, { lines, top, bottom, size, room: long }: Fitted): number {
  const laid = (points: number) =>
    lines.flatMap(({ text, strong }) =>
      text === ''
        ? []
        : broken(pen, text, { x: 0, y: 0, size: points, strong }, long).map((line) => ({ line, strong })),
    );
  let points = size;
  while (points > 5 && laid(points).length * points * leading > bottom - top) points -= 0.5;
  let y = top;
  for (const { line, strong } of laid(points)) {
    if (y + points * leading > bottom + 1) break;
    write(pen, line, { x: margin, y, size: points, strong });
    y += points * leading;
  }
  return y;
}

function rule({ doc }: Pen, y: number): void {
  doc
    .moveTo(margin, y)
    .lineTo(width - margin, y)
    .lineWidth(0.8)
    .strokeColor('#1d1b18')
    .stroke();
}

/** Code 128 across the label, with the quiet zone of ten modules at both ends that ISO/IEC 15417 asks for. */
function bars(
  { doc }: Pen,
  code: string,
  { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
): void {
  const [symbol] = barcodes.raw('code128', code, '') as { sbs: number[] }[];
  const modules = symbol!.sbs.reduce((sum, each) => sum + each, 0);
  const unit = Math.min(wide / (modules + 20), 1.4);
  let at = x + (wide - modules * unit) / 2;
  for (const [place, each] of symbol!.sbs.entries()) {
    if (place % 2 === 0) doc.rect(at, y, each * unit, high);
    at += each * unit;
  }
  doc.fill('#000000');
}

function square({ doc }: Pen, code: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { size: modules, data } = encode(code, { border: 2, ecc: 'M' });
  const unit = size / modules;
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries()) if (dark) doc.rect(x + column * unit, y + row * unit, unit, unit);
  doc.fill('#000000');
}
