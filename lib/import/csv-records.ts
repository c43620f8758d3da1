import { setImmediate } from 'node:timers/promises';

import { parse } from 'csv-parse/sync';
import { MAX_RECORD_CHARS, readLines, type Line } from './csv-lines';

/** `row` counts records as a spreadsheet shows them: the header is row 1, blank rows count. */
export type CsvRecord = { row: number; cells: string[]; delimiter: string; broken?: { code: string; reason: string } };

type Raw = { row: number; text: string; broken?: CsvRecord['broken'] };

/** A record of an imported file has this many lines at most: descriptions may be long texts. */
const MAX_RECORD_LINES = 10_000;
const BATCH = 200;
const ROWS_IN_A_TURN = 1_000;

/**
 * Reads a CSV in bounded memory. A quote that is never closed costs only the line where it opens:
 * reading resumes on the next line instead of swallowing the rest of the file. Each such quote reads up to `recordLines` lines
 * again, so a file that is read while somebody waits allows few of them.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array | string>,
  { recordLines = MAX_RECORD_LINES } = {},
): AsyncGenerator<CsvRecord> {
  const lines = new LineQueue(readLines(bytes));
  const delimiter = await readDelimiter(lines);
  let batch: Raw[] = [];
  for await (const raw of rawRecords(lines, delimiter, recordLines)) {
    batch.push(raw);
    // The header goes out alone so that a caller can refuse the file before reading on.
    if (batch.length < BATCH && raw.row > 1) continue;
    yield* parseBatch(batch, delimiter);
    batch = [];
  }
  yield* parseBatch(batch, delimiter);
}

/** The bytes of a file that a form has sent, for readCsv. */
export async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer());
}

async function* rawRecords(lines: LineQueue, delimiter: string, most: number): AsyncGenerator<Raw> {
  for (let row = 1, line = await lines.next(); line; line = await lines.next(), row += 1) {
    // A file may hold millions of empty lines: others who wait for this process have their turn between.
    if (row % ROWS_IN_A_TURN === 0) await setImmediate();
    if (!line.overlong && line.text.trim() === '') continue;
    if (line.overlong) {
      yield {
        row,
        text: line.text,
        broken: { code: 'row-too-long', reason: `the row is longer than ${MAX_RECORD_CHARS} characters` },
      };
      continue;
    }
    yield await completeRecord(lines, line, { delimiter, row, most });
  }
}

type Where = { delimiter: string; row: number; most: number };

async function completeRecord(lines: LineQueue, first: Line, { delimiter, row, most }: Where): Promise<Raw> {
  const held: Line[] = [];
  let text = first.text;
  let state = scanQuotes(first.text, delimiter, false);
  while (state === 'open') {
    const line = await lines.next();
    if (line) held.push(line);
    if (!line || line.overlong || held.length > most || text.length > MAX_RECORD_CHARS) {
      state = 'broken';
      break;
    }
    text += line.text;
    state = scanQuotes(line.text, delimiter, true);
  }
  if (state === 'closed') return { row, text: trimEnding(text) };
  lines.pushBack(held);
  return {
    row,
    text: trimEnding(first.text),
    broken: { code: 'quote-unclosed', reason: 'a quote opens in this row and is not closed properly' },
  };
}

/** Follows quotes through one line: `open` means that the record goes on in the next line. */
export function scanQuotes(line: string, delimiter: string, insideAtStart: boolean): 'open' | 'closed' | 'broken' {
  if (!insideAtStart && !line.includes('"')) return 'closed';
  let at = insideAtStart ? 0 : fieldQuote(line, 0, delimiter);
  while (at !== -1) {
    const quote = line.indexOf('"', at);
    if (quote === -1) return 'open';
    const next = line[quote + 1];
    if (next === '"') at = quote + 2;
    else if (next === undefined || next === '\n' || next === '\r') return 'closed';
    else if (next === delimiter) at = fieldQuote(line, quote + 2, delimiter);
    else return 'broken';
  }
  return 'closed';
}

/** Index just inside the next quoted field, looking from the start of a field. */
function fieldQuote(line: string, from: number, delimiter: string): number {
  for (let at = from; ;) {
    if (line[at] === '"') return at + 1;
    const next = line.indexOf(delimiter, at);
    if (next === -1) return -1;
    at = next + 1;
  }
}

function parseBatch(batch: Raw[], delimiter: string): CsvRecord[] {
  const whole = batch.filter((raw) => !raw.broken);
  const parsed = parseTexts(
    whole.map((raw) => raw.text),
    delimiter,
  );
  return batch.map((raw) => ({
    row: raw.row,
    cells: raw.broken ? wholeCells(raw.text, delimiter) : (parsed.shift() ?? []),
    delimiter,
    broken: raw.broken,
  }));
}

/** The cells of a broken row that end before it breaks. */
function wholeCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1, delimiter) : text.indexOf(delimiter, at);
    if (end === -1) return cells;
    cells.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = end + (isQuoted ? 2 : 1);
  }
}

/** Where a quoted cell ends that another follows; -1 where it does not. */
function closingQuote(text: string, from: number, delimiter: string): number {
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || text[quote + 1] === delimiter) return quote;
    if (text[quote + 1] !== '"') return -1;
    at = quote + 2;
  }
}

function parseTexts(texts: string[], delimiter: string): string[][] {
  if (texts.length === 0) return [];
  const whole = attempt(texts.join('\n'), delimiter);
  if (whole?.length === texts.length) return whole;
  return texts.map((text) => attempt(text, delimiter)?.[0] ?? []);
}

function attempt(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true });
  } catch {
    return undefined;
  }
}

/** The mark between cells: named by a first line `sep=;`, which Excel writes and hides, or else guessed from the header. */
async function readDelimiter(lines: LineQueue): Promise<string> {
  const first = (await lines.peek())?.text ?? '';
  const named = /^\uFEFF?"?sep=([^"\r\n])"?[,;\t\s]*$/i.exec(first)?.[1];
  if (named) await lines.next();
  return named ?? detectDelimiter(first);
}

function detectDelimiter(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function trimEnding(text: string): string {
  return text.replace(/(\r\n|\n|\r)$/, '');
}

class LineQueue {
  // Lines that were read ahead, the next one last.
  private readonly waiting: Line[] = [];
  constructor(private readonly source: AsyncGenerator<Line>) {}

  async next(): Promise<Line | undefined> {
    const waiting = this.waiting.pop();
    if (waiting) return waiting;
    const step = await this.source.next();
    return step.done ? undefined : step.value;
  }

  async peek(): Promise<Line | undefined> {
    const line = await this.next();
    if (line) this.pushBack([line]);
    return line;
  }

  pushBack(lines: Line[]): void {
    this.waiting.push(...lines.toReversed());
  }
}
