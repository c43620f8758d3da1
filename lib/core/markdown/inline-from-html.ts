import {
  attributeOf,
  hasClass,
  isElement,
  isText,
  wordsIn,
  type HtmlElement,
  type HtmlNode,
} from '../sanitize/html-tree';

const MARKS: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*', s: '~~', del: '~~' };
const CODE = new Set(['code', 'kbd', 'samp']);
const SPECIAL =
  /[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|\[(?=[^\]]{1000}|[^\]]{0,999}\](?:\(|\[|:)|\/?(?:spoiler\]|details))|&(?=#?\w{1,32};)|@(?=[\w-]{2,30})/gu;
const LINE_START =
  /^(\s*)(?:([-+])(?=\s|$)|(#{1,6})(?=\s|$)|(>)|(\d{1,9})([.)])(?=\s|$)|(={1,}|-{2,})(?=\s*$)|(~{3,})|(\|))/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[^\s\p{P}\p{S}]/u;

type Around = {
  link?: boolean;
  /** Marks that stand around already. */ inside?: string[];
  before?: string;
  after?: string;
};

/** The Markdown of words, links, pictures and emphasis within one paragraph, its lines not yet escaped. */
export function inlineMarkdown(nodes: HtmlNode[], around: Around = {}): string {
  let text = '';
  for (const [at, node] of nodes.entries()) {
    const next = nodes[at + 1];
    const after = next ? plainStart(next) : (around.after ?? '');
    text += inline(node, {
      link: around.link,
      inside: around.inside,
      before: text.at(-1) ?? around.before ?? '',
      after,
    });
  }
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Escapes what would begin a heading, a list, a quote or a rule at the start of a line. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(LINE_START, (whole, space: string) => {
        const mark = whole.slice(space.length);
        return /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.at(-1)}` : `${space}\\${mark}`;
      }),
    )
    .join('\n');
}

function inline(node: HtmlNode, around: Around): string {
  if (isText(node)) return escapeText(node.value, around.link);
  if (!isElement(node)) return '';
  const { tagName } = node;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return picture(node);
  if (tagName === 'a') return around.link ? inlineMarkdown(node.childNodes, around) : link(node);
  if (CODE.has(tagName)) return code(wordsIn(node), around.before);
  const mark = MARKS[tagName];
  if (mark) return emphasis(node, mark, around);
  const spaced = keepSpaces(node, around, (inner) => inner);
  if (hasClass(node, 'spoiler'))
    return keepSpaces(node, around, (inner) => `[spoiler]${inner.replace(/(?<!\\)\[\/?spoiler\]/g, '')}[/spoiler]`);
  if (tagName === 'q') return keepSpaces(node, around, (inner) => `“${inner}”`);
  return tagName === 'rt' ? `(${spaced.trim()})` : tagName === 'rp' ? '' : spaced;
}

/** Emphasis whose marks would not count as such where they stand is left out, so that no bare marks are shown. */
function emphasis(node: HtmlElement, mark: string, around: Around): string {
  const { inside = [], before = '', after = '' } = around;
  if (inside.includes(mark)) return keepSpaces(node, around, (inner) => inner);
  return keepSpaces(node, { ...around, inside: [...inside, mark] }, (inner, [lead, trail]) => {
    const opens = !PUNCTUATION.test(inner.at(0) ?? '') || lead !== '' || !WORD.test(before);
    const closes = !PUNCTUATION.test(inner.at(-1) ?? '') || trail !== '' || !WORD.test(after);
    const clash = inner.startsWith(mark[0]!) || inner.endsWith(mark[0]!) || before === mark[0];
    return opens && closes && !clash && !inner.includes('\n\n') ? `${mark}${inner}${mark}` : inner;
  });
}

/** Puts marks around what an element holds and leaves the space at its ends outside of them. */
function keepSpaces(
  node: HtmlElement,
  { link: inLink, inside }: Around,
  shape: (inner: string, spaces: [string, string]) => string,
): string {
  const words = wordsIn(node);
  const inner = inlineMarkdown(node.childNodes, { link: inLink, inside });
  const spaces: [string, string] = [/^\s/.test(words) ? ' ' : '', /\s$/.test(words) ? ' ' : ''];
  return inner ? `${spaces[0]}${shape(inner, spaces)}${spaces[1]}` : spaces[0] || spaces[1];
}

function link(node: HtmlElement): string {
  const handle = attributeOf(node, 'data-mention');
  if (handle) return `@${handle}`;
  const href = attributeOf(node, 'href');
  const words = inlineMarkdown(node.childNodes, { link: true });
  if (!words) return '';
  if (/^https?:/.test(href) && wordsIn(node).trim() === href && !/[<>\s]/.test(href)) return `<${href}>`;
  return `[${words}](${address(href)}${titleOf(node)})`;
}

function picture(node: HtmlElement): string {
  const alt = attributeOf(node, 'alt')
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]]/g, '\\$&');
  return `![${alt}](${address(attributeOf(node, 'src'))}${titleOf(node)})`;
}

function address(href: string): string {
  const plain = href.replace(/[<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return /[()]/.test(plain) ? `<${plain}>` : plain;
}

function titleOf(node: HtmlElement): string {
  const title = attributeOf(node, 'title').replace(/\s+/g, ' ').trim();
  return title ? ` "${title.replace(/[\\"]/g, '\\$&')}"` : '';
}

function code(words: string, before: string | undefined): string {
  const text = inOneLine(words);
  if (!text.trim()) return text && ' ';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  // Two runs of marks side by side would be read as one.
  return `${before === '`' ? ' ' : ''}${marks}${space}${text}${space}${marks}`;
}

/** The words with a space in the place of each line end and of what is blank around it. */
export function inOneLine(words: string): string {
  return words.replace(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank));
}

function escapeText(value: string, inLink?: boolean): string {
  const text = value.replace(/[^\S\u00A0]+/g, ' ').replace(SPECIAL, '\\$&');
  return inLink ? text.replace(/(?<!\\)[[\]]/g, '\\$&') : text;
}

/** The first character that a reader sees of a node. */
function plainStart(node: HtmlNode): string {
  const words = isText(node) ? node.value : isElement(node) && node.tagName !== 'br' ? wordsIn(node) : ' ';
  return words.at(0) ?? '';
}
