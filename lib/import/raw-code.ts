/**
 * The text with what `hide` makes of its code: each fenced block, indented line and code span, in their order. However the marks
 * stand, a text takes time by its length.
 */
export function withoutCode(text: string, hide: (code: string) => string): string {
  const [fences, spans] = [fenceEnds(text), spanEnds(text)];
  const begins = /^(?: {4}|\t)|^~{3,}|`+/gm;
  let shown = '';
  let from = 0;
  for (let match = begins.exec(text); match; match = begins.exec(text)) {
    const [{ 0: mark, index }, behind] = [match, match.index + match[0].length];
    const end = /^\s/.test(mark)
      ? lineEnd(text, index)
      : ((isFence(text, match) ? fences(mark, lineEnd(text, index)) : null) ??
        (mark.startsWith('`') ? spans(mark.length, behind) : null));
    begins.lastIndex = end ?? behind;
    if (end === null) continue;
    shown += text.slice(from, index) + hide(text.slice(index, end));
    from = end;
  }
  return shown + text.slice(from);
}

const isFence = (text: string, { 0: mark, index }: RegExpExecArray) =>
  mark.length >= 3 && (index === 0 || text[index - 1] === '\n');

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Finds where the block ends that these marks open: a line of at least as many. It is asked for places in their order. */
function fenceEnds(text: string) {
  const closing = [...text.matchAll(/^(?=([`~])\1\1)[`~]+[ \t]*$/gm)].map(({ 0: line, 1: sign, index }) => ({
    ...{ index, end: index + line.length },
    marks: line.search(sign === '`' ? /[^`]|$/ : /[^~]|$/),
    sign,
  }));
  const of = { '`': closing.filter(({ sign }) => sign === '`'), '~': closing.filter(({ sign }) => sign === '~') };
  const state = { '`': { at: 0, none: Infinity }, '~': { at: 0, none: Infinity } };
  return (mark: string, from: number): number | null => {
    const sign = mark[0] as '`' | '~';
    const [lines, known] = [of[sign], state[sign]];
    // Where so many were not found, more will not be found further on.
    if (mark.length >= known.none) return null;
    while (known.at < lines.length && lines[known.at]!.index < from) known.at += 1;
    for (let at = known.at; at < lines.length; at += 1) if (lines[at]!.marks >= mark.length) return lines[at]!.end;
    known.none = mark.length;
    return null;
  };
}

/** Finds where the span ends that so many marks open: behind the next run of just as many. It is asked for places in their order. */
function spanEnds(text: string) {
  const runs = new Map<number, { places: number[]; at: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.places.push(index);
    else runs.set(run.length, { places: [index], at: 0 });
  }
  return (length: number, from: number): number | null => {
    const known = runs.get(length)!;
    while (known.at < known.places.length && known.places[known.at]! < from) known.at += 1;
    const place = known.places[known.at];
    return place === undefined ? null : place + length;
  };
}
