import { attributeOf, elementsIn, hasClass, parseHtml } from '@/lib/core/sanitize/html-tree';

import { withEmoji } from './emoji';
import { ours } from './imported-html';
import { withoutCode } from './raw-code';

export type RawWords = {
  base?: string;
  /** What Discourse made of the same words: it knows where uploads lie. */
  cooked: string | null;
  handleOf: (name: string) => string | null;
  quoted: (topic: number, post: number) => string | null;
  /** The Markdown of the post's polls, in their order. */
  tables: string[];
};

// Strangers typed what these read: a repetition that could be tried from every place of a text has a bound, and ends where the next begins.
const INNER_QUOTE = /\[quote(?:="?([^\]"]{0,500})"?)?\]((?:(?!\[quote)[\s\S])*?)\[\/quote\]/i;
const POLL = /\[poll[^\][]{0,500}\][\s\S]*?\[\/poll\]/gi;
const SPOILER = /\[spoiler\]([\s\S]*?)\[\/spoiler\]/gi;
const UPLOAD = /upload:\/\/([A-Za-z0-9]+)(\.[a-z0-9]{1,8})?/g;
const MENTION = /(?<![\w.+\-/@=&#%])@([\p{L}\p{N}_.-]*[\p{L}\p{N}])/gu;
const SIZE = /(!\[[^\][\n|]{0,500})\|[^\][\n]{0,200}(\]\()/g;
const UNKNOWN =
  /<\/?[a-z][^<>]*>|\[\^|\[\/?(?:b|i|u|s|img|url|code|color|size|date|event|chat|wrap|list|email|hide|center|left|right)(?:[=\s][^\][]{0,500})?\]/i;
const ourAddress = new RegExp(`\\]\\(${ours}/(?![/\\\\])`, 'g');
const MOST_QUOTES = 200;

/**
 * The Markdown of a post as its author typed it, in what Millet renders; null when it holds what only Discourse understands,
 * such as HTML or footnotes. Then the Markdown is made of the finished HTML.
 */
export function translateRaw(raw: string, words: RawWords): string | null {
  const kept: string[] = [];
  const hide = (code: string) => `\uE000${kept.push(code) - 1}\uE001`;
  const bare = withoutCode(raw.replace(/\r\n?/g, '\n').replace(/[\uE000\uE001]/g, ''), hide);
  if (UNKNOWN.test(bare)) return null;
  let table = 0;
  const tables = upToLast(bare, /\[\/poll\]/gi, (all) =>
    all.replace(POLL, () => `\n\n${words.tables[(table += 1) - 1] ?? ''}\n\n`),
  );
  const quoted = quotes(tables, words, (text) =>
    [...text.matchAll(/\uE000(\d+)\uE001/g)].some(([, at]) => kept[Number(at)]?.includes('\n')),
  );
  if (quoted === null) return null;
  const prose = withEmoji(named(uploads(quoted, words), words)).replace(SIZE, '$1$2');
  const folded = relative(ownLines(prose), words.base);
  const left = words.tables
    .slice(table)
    .map((each) => `\n\n${each}`)
    .join('');
  return `${folded}${left}`
    .replace(/\uE000(\d+)\uE001/g, (_, at: string) => kept[Number(at)] ?? '')
    .replace(ourAddress, '](/')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `[quote="name, post:3, topic:12"]`, the innermost first. */
function quotes(text: string, { handleOf, quoted }: RawWords, holdsBlock: (text: string) => boolean): string | null {
  let rest = text;
  for (let turn = 0; turn < MOST_QUOTES; turn += 1) {
    const match = INNER_QUOTE.exec(rest);
    if (!match) return /\[\/?quote[=\]]/i.test(rest) ? null : rest;
    const [whole, facts = '', inner = ''] = match;
    if (holdsBlock(inner)) return null;
    const lines = [...quoteHead(facts, handleOf, quoted), ...inner.trim().split('\n')];
    const block = lines.map((line) => `> ${line}`.trimEnd()).join('\n');
    rest =
      `${rest.slice(0, match.index).trimEnd()}\n\n${block}\n\n${rest.slice(match.index + whole.length).trimStart()}`.trimStart();
  }
  return null;
}

function quoteHead(facts: string, handleOf: RawWords['handleOf'], quoted: RawWords['quoted']): string[] {
  const name = facts.split(',')[0]?.trim() ?? '';
  const username = /username:\s*([^,\s]+)/.exec(facts)?.[1] ?? name;
  const post = Number(/post:\s*(\d+)/.exec(facts)?.[1] ?? 0);
  const topic = Number(/topic:\s*(\d+)/.exec(facts)?.[1] ?? 0);
  if (!username || /^(?:post|topic):/.test(username)) return [];
  const handle = handleOf(username.toLowerCase());
  const href = topic > 0 ? quoted(topic, post || 1) : null;
  const number = post > 0 ? (href ? ` [#${post}](${href})` : ` #${post}`) : '';
  return [`${handle ? `@${handle}` : name}${number}:`, ''];
}

function uploads(text: string, { base, cooked }: RawWords): string {
  if (!text.includes('upload://')) return text;
  const places = uploadPlaces(cooked, base);
  return text
    .replace(
      UPLOAD,
      (whole, hash: string, ending = '') =>
        places.get(hash) ?? (base ? new URL(`/uploads/short-url/${hash}${ending}`, base).href : whole),
    )
    .replace(/!\[[^\][\n]{0,500}\]\(upload:\/\/[^)\s]{0,200}\)/g, '')
    .replace(/\[([^\][\n|]{0,500})(?:\|[^\][\n]{0,200})?\]\(upload:\/\/[^)\s]{0,200}\)/g, '$1')
    .replace(/\[([^\][\n|]{0,500})\|attachment\]/g, '[$1]');
}

/** Where the uploads of a post lie, by the short name that its author's words have for them. */
function uploadPlaces(cooked: string | null, base: string | undefined): Map<string, string> {
  const places = new Map<string, string>();
  const root = cooked ? parseHtml(cooked) : null;
  for (const element of root ? elementsIn(root) : []) {
    const hash = attributeOf(element, 'data-base62-sha1');
    const parent = element.parentNode;
    const large = parent && 'tagName' in parent && hasClass(parent, 'lightbox') ? attributeOf(parent, 'href') : '';
    const place = placeAt(large || attributeOf(element, 'src'), base);
    if (hash && place) places.set(hash, place);
  }
  return places;
}

function placeAt(address: string, base: string | undefined): string | null {
  if (address === '' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'https:' ? url.href : null;
}

function named(text: string, { handleOf }: RawWords): string {
  return text.replace(MENTION, (whole, name: string) => {
    const handle = handleOf(name.toLowerCase());
    return handle ? `@${handle}` : whole;
  });
}

/** Spoilers and details over several lines begin and end on lines of their own. */
function ownLines(text: string): string {
  const spoilers = (all: string) =>
    all.replace(SPOILER, (_, inner: string) =>
      inner.includes('\n') ? `\n\n[spoiler]\n\n${inner.trim()}\n\n[/spoiler]\n\n` : `[spoiler]${inner}[/spoiler]`,
    );
  return upToLast(text, /\[\/spoiler\]/gi, spoilers)
    .replace(/\[details(=[^\][\n]{0,500})?\][ \t]*/gi, (_, name = '') => `\n\n[details${name as string}]\n\n`)
    .replace(/\[\/details\]/gi, '\n\n[/details]\n\n');
}

function relative(text: string, base: string | undefined): string {
  if (base) return text.replace(/\]\((\/(?!\/)[^)\s]*)/g, (_, path: string) => `](${new URL(path, base).href}`);
  return text
    .replace(/!\[[^\][\n]{0,500}\]\(\/(?!\/)[^)\s]{0,2000}\)/g, '')
    .replace(/\[([^\][\n]{0,500})\]\(\/(?!\/)[^)\s]{0,2000}\)/g, '$1');
}

// Behind the last end there is none to be looked for from every beginning.
function upToLast(text: string, ends: RegExp, change: (text: string) => string): string {
  const last = [...text.matchAll(ends)].at(-1);
  if (!last) return text;
  const end = last.index + last[0].length;
  return change(text.slice(0, end)) + text.slice(end);
}
