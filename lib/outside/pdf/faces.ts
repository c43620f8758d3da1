import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { create, type Font } from 'fontkit';

import { unpackWoff } from './woff';

/** One part of a family: its name, its bytes, and what letters it has. */
export type Face = { name: string; bytes: Buffer; has: (code: number) => boolean };

/** Families that come in parts, in one weight. */
export type Faces = {
  /** The part that draws a letter; the one with Latin letters, which draws an empty box, where none has it. */
  faceOf: (code: number) => Face;
};

// The first that has a letter draws it.
const families = ['noto-sans', 'noto-sans-sc'] as const;
const folderOf = (family: string) => path.join(process.cwd(), 'node_modules/@fontsource', family);

const read = new Map<400 | 700, Promise<Faces>>();

/** Noto Sans in one weight, for Latin, Greek and Cyrillic writing, and Noto Sans SC for Chinese and Japanese; read once, and again after a failure. */
export function facesOf(weight: 400 | 700): Promise<Faces> {
  const known = read.get(weight);
  if (known) return known;
  const faces = readFaces(weight);
  read.set(weight, faces);
  faces.catch(() => read.delete(weight));
  return faces;
}

async function readFaces(weight: 400 | 700): Promise<Faces> {
  const named = new Map<number, string[]>();
  for (const family of families)
    for (const { file, ranges } of await partsOf(family, weight))
      for (const [first, last] of ranges)
        for (let code = first; code <= last; code += 1) named.set(code, [...(named.get(code) ?? []), file]);
  const opened = new Map<string, Face>();
  const open = (file: string): Face => {
    const face = opened.get(file) ?? openFace(file);
    opened.set(file, face);
    return face;
  };
  const latin = named.get(0x41)![0]!;
  // Families name letters that a part of theirs has not: only the font itself knows.
  const faceOf = (code: number) =>
    named
      .get(code)
      ?.map(open)
      .find((face) => face.has(code)) ?? open(latin);
  return { faceOf };
}

// Few letters need few parts; each is opened when the first of them is drawn.
function openFace(file: string): Face {
  const bytes = unpackWoff(readFileSync(file));
  const font = create(bytes) as Font;
  return { name: path.basename(file), bytes, has: (code) => font.hasGlyphForCodePoint(code) };
}

async function partsOf(family: string, weight: number) {
  const css = await readFile(path.join(folderOf(family), `${weight}.css`), 'utf8');
  const rules = css.matchAll(/files\/([\w-]+)\.woff2\)[^;]*;\s*unicode-range:\s*([^;]+);/g);
  return [...rules].map(([, name, ranges]) => ({
    file: path.join(folderOf(family), 'files', `${name}.woff`),
    ranges: rangesIn(ranges!),
  }));
}

/** A text in runs of letters that one part has. */
export function runsOf(text: string, { faceOf }: Faces): { face: Face; text: string }[] {
  const runs: { face: Face; text: string }[] = [];
  for (const letter of text) {
    const face = faceOf(letter.codePointAt(0)!);
    const last = runs.at(-1);
    if (last?.face === face) last.text += letter;
    else runs.push({ face, text: letter });
  }
  return runs;
}

function rangesIn(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [first, last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
  });
}
