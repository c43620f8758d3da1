import type { Ctx } from './context';
import { readableCode } from './ids';
import type { Raw } from './raw';
import { takeTurns } from './take-turns';

const mostLetters = 60;
const mostNumbers = 20;

type Wanted = {
  /** What the slugs lead to: writers of one kind take turns. */
  kind: string;
  title: string;
  /** Which of these slugs rows have already. */
  taken: (slugs: string[]) => Promise<{ slug: string }[]>;
};

/**
 * A slug of a title that no row has: the title's own, one with a number behind it, or with random letters where twenty are
 * taken. Other transactions that look for one of this kind wait until the commit (an advisory lock), so a free slug is still free when it is written.
 */
export async function freeSlug({ db }: Pick<Ctx<Raw>, 'db'>, { kind, title, taken }: Wanted): Promise<string> {
  await takeTurns(db, `slug:${kind}`);
  const plain = slugify(title);
  const slugs = Array.from({ length: mostNumbers }, (_, at) => (at === 0 ? plain : withTail(plain, String(at + 1))));
  const rows = new Set((await taken(slugs)).map(({ slug }) => slug));
  return slugs.find((slug) => !rows.has(slug)) ?? withTail(plain, readableCode(8).toLowerCase());
}

function withTail(slug: string, tail: string): string {
  const room = [...slug].slice(0, mostLetters - tail.length - 1).join('');
  return `${trimDashes(room)}-${tail}`;
}

/**
 * A title as the readable part of an address: lower case, words joined by "-", Chinese and other scripts
 * kept as they are (encode it when building the link), at most 60 characters, never empty ("untitled").
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/([a-z])\p{M}+/giu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return trimDashes(shorten(trimDashes(words))) || 'untitled';
}

function shorten(words: string): string {
  const characters = [...words];
  if (characters.length <= mostLetters) return words;
  const room = characters.slice(0, mostLetters).join('');
  const lastDash = room.lastIndexOf('-');
  return lastDash > mostLetters / 2 ? room.slice(0, lastDash) : room;
}

function trimDashes(words: string): string {
  return words.replace(/^[-\p{M}]+|-+$/gu, '');
}
