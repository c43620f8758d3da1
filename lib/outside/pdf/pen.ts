import { facesOf, runsOf, type Face, type Faces } from './faces';

/** What writes on a document: its own letters, plain and bold. */
export type Pen = { doc: PDFKit.PDFDocument; plain: Faces; bold: Faces };
export type Place = { x: number; y: number; size?: number; strong?: boolean; grey?: boolean; right?: boolean };

/** A pen for a document. */
export async function openPen(doc: PDFKit.PDFDocument): Promise<Pen> {
  const [plain, bold] = await Promise.all([facesOf(400), facesOf(700)]);
  return { doc, plain, bold };
}

/** The bytes of a document, once it is ended. */
export async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  await new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  return Buffer.concat(parts);
}

/**
 * Breaks a text into lines no longer than so many points: between words, and between the signs of Chinese; a word that is longer than a line is broken
 * within. A line is as long as its pieces are.
 */
export function broken(pen: Pen, text: string, place: Place, room: number): string[] {
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

/** Writes a text in one line at a place. */
export function write(pen: Pen, text: string, place: Place): void {
  const { doc } = pen;
  const { x, y, size = 10, strong = false, grey = false, right = false } = place;
  let at = right ? x - widthOf(pen, text, place) : x;
  doc.fillColor(grey ? '#5f5a52' : '#1d1b18').fontSize(size);
  for (const run of runsOf(text, strong ? pen.bold : pen.plain)) {
    withFace(doc, run.face).text(run.text, at, y, { lineBreak: false });
    at += doc.widthOfString(run.text);
  }
}

/** How long a text is in one line, in points. */
export function widthOf({ doc, plain, bold }: Pen, text: string, { size = 10, strong = false }: Place): number {
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
