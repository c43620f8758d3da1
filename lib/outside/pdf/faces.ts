import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A font that comes in parts: which file has the letters from one to another, sorted by the first. */
export type Faces = { parts: { first: number; last: number; file: string }[]; latin: string };

const folder = path.join(process.cwd(), 'node_modules/@fontsource/noto-sans-sc');

let plain: Promise<Faces> | undefined;
let bold: Promise<Faces> | undefined;

/** The parts of Noto Sans SC in one weight, which has the letters of Latin and Cyrillic writing and of Chinese; read once. */
export const facesOf = (weight: 400 | 700): Promise<Faces> =>
  weight === 400 ? (plain ??= readFaces(400)) : (bold ??= readFaces(700));

async function readFaces(weight: 400 | 700): Promise<Faces> {
  const css = await readFile(path.join(folder, `${weight}.css`), 'utf8');
  const rules = css.matchAll(/files\/([\w-]+)\.woff2\)[^;]*;\s*unicode-range:\s*([^;]+);/g);
  const parts = [...rules].flatMap(([, name, ranges]) => {
    const file = path.join(folder, 'files', `${name}.woff`);
    return rangesIn(ranges!).map(([first, last]) => ({ first, last, file }));
  });
  parts.sort((one, other) => one.first - other.first);
  return { parts, latin: partWith(0x41, parts) ?? '' };
}

/** A text in runs of letters that one part has; what none has is left to the one with Latin letters, which draws an empty box. */
export function runsOf(text: string, { parts, latin }: Faces): { file: string; text: string }[] {
  const runs: { file: string; text: string }[] = [];
  for (const letter of text) {
    const file = partWith(letter.codePointAt(0)!, parts) ?? latin;
    const last = runs.at(-1);
    if (last?.file === file) last.text += letter;
    else runs.push({ file, text: letter });
  }
  return runs;
}

// The last that begins at or before the letter; parts do not overlap.
function partWith(code: number, parts: Faces['parts']): string | null {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.first <= code) low = middle + 1;
    else high = middle;
  }
  const found = parts[low - 1];
  return found && code <= found.last ? found.file : null;
}

function rangesIn(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [first, last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
  });
}
