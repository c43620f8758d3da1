import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const OPENS = /^\[(?:(spoiler)|(details)(?:=(?:"([^"\]]{1,200})"|([^"\]]{1,200})))?)\]$/;
// Lines that are looked at for closing lines within one text: many openings that nothing closes cost no more.
const MOST_LINES = 20_000;
const INLINE_OPEN = '[spoiler]';
const INLINE_CLOSE = '[/spoiler]';

/**
 * What is closed until the reader opens it: `[details="Summary"]` and `[spoiler]` on lines of their own around any text,
 * and `[spoiler]…[/spoiler]` within a line.
 */
export function folds(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'fold', fold, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.inline.ruler.before('link', 'spoiler', spoiler);
}

function fold(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const opened = OPENS.exec(lineAt(state, startLine));
  if (!opened) return false;
  const name = opened[1] ?? 'details';
  const close = closingLine(state, name, startLine, endLine);
  if (close === null) return false;
  if (silent) return true;
  const { parentType, lineMax } = state;
  state.lineMax = close;
  openFold(state, name, opened[3] ?? opened[4] ?? '…', startLine);
  state.md.block.tokenize(state, startLine + 1, close);
  state.push(`${name}_close`, name === 'spoiler' ? 'div' : 'details', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = close + 1;
  return true;
}

function openFold(state: StateBlock, name: string, summary: string, line: number): void {
  const open = state.push(`${name}_open`, name === 'spoiler' ? 'div' : 'details', 1);
  open.map = [line, line + 1];
  if (name === 'spoiler') {
    open.attrSet('class', 'spoiler');
    return;
  }
  state.push('summary_open', 'summary', 1);
  const words = state.push('inline', '', 0);
  words.content = summary;
  words.children = [];
  state.push('summary_close', 'summary', -1);
}

/** The line that closes what the first line opens, counting what is opened again in between. */
function closingLine(state: StateBlock, name: string, startLine: number, endLine: number): number | null {
  const scan = state.env as { foldLines?: number };
  let depth = 1;
  for (let line = startLine + 1; line < endLine; line += 1) {
    scan.foldLines = (scan.foldLines ?? 0) + 1;
    if (scan.foldLines > MOST_LINES) return null;
    if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) return null;
    const text = lineAt(state, line);
    const opened = OPENS.exec(text);
    if (opened && (opened[1] ?? opened[2]) === name) depth += 1;
    else if (text === `[/${name}]`) depth -= 1;
    if (depth === 0) return line;
  }
  return null;
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trimEnd();
}

function spoiler(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(INLINE_OPEN, state.pos)) return false;
  const start = state.pos + INLINE_OPEN.length;
  const end = state.src.indexOf(INLINE_CLOSE, start);
  if (end === -1 || end + INLINE_CLOSE.length > state.posMax || end === start) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('spoiler_open', 'span', 1).attrSet('class', 'spoiler');
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('spoiler_close', 'span', -1);
    state.posMax = posMax;
  }
  state.pos = end + INLINE_CLOSE.length;
  return true;
}
