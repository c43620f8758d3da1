/** One physical line with its own ending; overlong ones arrive with their beginning alone, so memory stays bounded. */
export type Line = { text: string; overlong: boolean };

export const MAX_RECORD_CHARS = 1_000_000;
/** As much of an overlong line as tells what it belongs to. */
const KEPT_CHARS = 4_000;

export async function* readLines(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let pending = '';
  // The beginning of the line that is being read, once that is overlong.
  let cut: string | null = null;
  for await (const text of decode(bytes)) {
    const searched = Math.max(0, pending.length - 1);
    pending += text;
    let from = 0;
    const endAfter = lineEnds(pending, searched);
    for (let end = endAfter(0); end > 0; end = endAfter(from)) {
      if (end - from > MAX_RECORD_CHARS) cut ??= beginningOf(pending, from);
      yield { text: cut ?? pending.slice(from, end), overlong: cut !== null };
      cut = null;
      from = end;
    }
    pending = pending.slice(from);
    if (pending.length > MAX_RECORD_CHARS) {
      cut ??= beginningOf(pending, 0);
      pending = pending.endsWith('\r') ? '\r' : '';
    }
  }
  if (pending || cut !== null) yield { text: cut ?? pending, overlong: cut !== null };
}

// A copy: a slice would keep all of the text in memory.
const beginningOf = (text: string, from: number): string => Buffer.from(text.slice(from, from + KEPT_CHARS)).toString();

async function* decode(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = new Uint8Array(0);
  for await (const chunk of bytes) {
    const part = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    if (decoder) {
      yield decoder.decode(part, { stream: true });
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < 2) continue;
    decoder = new TextDecoder(encodingOf(head));
    yield decoder.decode(head, { stream: true });
  }
  yield decoder ? decoder.decode() : new TextDecoder().decode(head);
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Tells the index just after the next line ending from a place on, or 0 when the line is not complete yet. Each kind of ending is looked for
 * onwards alone: in a file that has but one, the other is looked for once, and not once for each line.
 */
function lineEnds(text: string, searched: number): (from: number) => number {
  let [lf, cr] = [text.indexOf('\n', searched), text.indexOf('\r', searched)];
  return (from) => {
    if (lf !== -1 && lf < from) lf = text.indexOf('\n', from);
    if (cr !== -1 && cr < from) cr = text.indexOf('\r', from);
    return endOf(text, lf, cr);
  };
}

function endOf(text: string, lf: number, cr: number): number {
  if (cr === -1 || (lf !== -1 && lf < cr)) return lf + 1;
  // A carriage return at the end of a chunk may be the first half of CRLF.
  if (cr === text.length - 1) return 0;
  return text[cr + 1] === '\n' ? cr + 2 : cr + 1;
}
