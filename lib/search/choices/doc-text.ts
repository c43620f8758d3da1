import { cutTo } from '@/lib/core/fields';

import { plain } from './spelling';

/** What is said of a subject: its names, what kind of thing it is, codes that stand for it alone, and all else that may find it. */
export type DocText = { names: string[]; kinds: string[]; codes: string[]; beside: string[] };

/** The same as a search document keeps it, for search_words. */
export type DocWords = { exact: string[]; names: string; beside: string };

const mostNames = 5_000;
const mostBeside = 20_000;
const mostExact = 600;

/** What a subject is found by. Its codes are found with their signs and without, and words that are parted by some and not by others either way. */
export function docWords({ names, kinds, codes, beside }: DocText): DocWords {
  const named = names.flatMap((name) => [name, partedDigits(name), ...joinedPairs(name)]);
  const coded = codes.flatMap((code) => [code, withoutSigns(code)]);
  return {
    exact: [...new Set([...names, ...coded].map(exactly).filter(Boolean))].slice(0, mostExact),
    names: cutTo([...named, ...kinds, ...coded].join('\n'), mostNames),
    beside: cutTo(beside.join('\n'), mostBeside),
  };
}

/** A whole name or code as it is compared: "FX-AIR ink" as "fx-air ink". */
export const exactly = (text: string): string => plain(text).replace(/\s+/g, ' ').trim().slice(0, 200);

/** Of "X10Pro": "X 10 Pro". */
function partedDigits(text: string): string {
  return text.replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ');
}

/** Of "X10 Pro Max": "X10Pro" and "ProMax". */
function joinedPairs(text: string): string[] {
  const words = text.match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
  return words.slice(1, 30).map((word, at) => `${words[at]}${word}`);
}

const withoutSigns = (code: string): string => code.replace(/[^\p{L}\p{N}]/gu, '');
