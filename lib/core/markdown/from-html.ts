import { cutTo } from '../fields';
import { textOf } from '../sanitize';
import {
  attributeOf,
  elementsIn,
  hasClass,
  isElement,
  isText,
  parseHtml,
  wordsIn,
  type HtmlElement,
  type HtmlNode,
} from '../sanitize/html-tree';
import { escapeLines, inlineMarkdown } from './inline-from-html';
import { tableMarkdown } from './table-from-html';

const INLINE = new Set(
  'a abbr b br cite code del em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr'.split(' '),
);
const HEADINGS: Record<string, string> = { h2: '##', h3: '###', h4: '####', h5: '#####', h6: '######' };

/**
 * Markdown that renders to what this sanitised HTML shows: words, links, pictures, code, quotes, lists, tables, spoilers and
 * details. What Markdown cannot say loses its form, never its words.
 */
export function markdownFrom(html: string): string {
  const root = parseHtml(html);
  if (!root) return textOf(html);
  return blocksOf(root).join('\n\n');
}

/** The blocks under an element; words that stand between blocks become paragraphs. */
function blocksOf(parent: HtmlElement): string[] {
  const blocks: string[] = [];
  let line: HtmlNode[] = [];
  const endLine = () => {
    const text = escapeLines(inlineMarkdown(line));
    if (text) blocks.push(text);
    line = [];
  };
  let before: HtmlElement | undefined;
  for (const node of parent.childNodes) {
    if (isInline(node)) {
      line.push(node);
      continue;
    }
    endLine();
    if (!isElement(node)) continue;
    blocks.push(...blockOf(node, before));
    before = node;
  }
  endLine();
  return blocks;
}

function isInline(node: HtmlNode): boolean {
  // Emphasis around whole paragraphs is broken HTML that browsers show: Markdown has it within paragraphs only.
  return isText(node) || (isElement(node) && INLINE.has(node.tagName) && holdsWordsOnly(node));
}

function holdsWordsOnly(node: HtmlElement): boolean {
  return elementsIn(node).every(({ tagName }) => INLINE.has(tagName));
}

function blockOf(node: HtmlElement, before?: HtmlElement): string[] {
  const { tagName } = node;
  const heading = HEADINGS[tagName];
  if (heading) return inlineOf(node, (text) => `${heading} ${text.replace(/\n/g, ' ')}`);
  if (tagName === 'hr') return ['---'];
  if (tagName === 'pre') return [fence(node)];
  if (tagName === 'blockquote') return prefixed('> ', blocksOf(node));
  if (tagName === 'ul' || tagName === 'ol') return listOf(node, before?.tagName === tagName);
  if (tagName === 'table') return tableMarkdown(node);
  if (tagName === 'details') return detailsOf(node);
  if (tagName === 'dt') return inlineOf(node, (text) => `**${text}**`);
  if (hasClass(node, 'spoiler')) return around('[spoiler]', blocksOf(node), '[/spoiler]');
  return blocksOf(node);
}

function inlineOf(node: HtmlElement, shape: (text: string) => string): string[] {
  if (!holdsWordsOnly(node)) return blocksOf(node);
  const text = inlineMarkdown(node.childNodes);
  return text ? [shape(text)] : [];
}

function fence(node: HtmlElement): string {
  const code = node.childNodes.find((child) => isElement(child) && child.tagName === 'code');
  const language = isElement(code) ? attributeOf(code, 'class').replace(/^language-/, '') : '';
  const text = wordsIn(node).replace(/\n$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

function prefixed(prefix: string, blocks: string[]): string[] {
  if (blocks.length === 0) return [];
  return [
    blocks
      .join('\n\n')
      .split('\n')
      .map((line) => `${prefix}${line}`.trimEnd())
      .join('\n'),
  ];
}

function around(open: string, blocks: string[], close: string): string[] {
  return blocks.length > 0 ? [`${open}\n\n${blocks.join('\n\n')}\n\n${close}`] : [];
}

function detailsOf(node: HtmlElement): string[] {
  const summary = node.childNodes.find((child) => isElement(child) && child.tagName === 'summary');
  const name = isElement(summary)
    ? cutTo(
        wordsIn(summary)
          .replace(/["[\]\s]+/g, ' ')
          .trim(),
        200,
      )
    : '';
  const rest = { ...node, childNodes: node.childNodes.filter((child) => child !== summary) };
  return around(`[details="${name || '…'}"]`, blocksOf(rest), '[/details]');
}

function listOf(node: HtmlElement, again: boolean): string[] {
  const items = node.childNodes
    .filter((child) => isElement(child) || (isText(child) && child.value.trim() !== ''))
    .map((child) => asItem(node, child));
  const first = Number(attributeOf(node, 'start') || 1);
  const loose = items.some((item) => item.childNodes.some((child) => isElement(child) && child.tagName === 'p'));
  // Two lists in a row would become one if they used the same mark.
  const bullet = again ? '*' : '-';
  const end = again ? ')' : '.';
  // Once each: lists within lists would take twice as long with every level.
  const full = items.map(blocksOf).filter((blocks) => blocks.length > 0);
  const written = full.map((blocks, at) =>
    itemOf(blocks, node.tagName === 'ol' && first >= 0 ? `${first + at}${end}` : bullet, loose),
  );
  return written.length > 0 ? [written.join(loose ? '\n\n' : '\n')] : [];
}

/** Broken lists hold words and other lists without an item around them. */
function asItem(list: HtmlElement, child: HtmlNode): HtmlElement {
  return isElement(child) && child.tagName === 'li' ? child : { ...list, tagName: 'li', childNodes: [child] };
}

function itemOf(blocks: string[], mark: string, loose: boolean): string {
  const indent = ' '.repeat(mark.length + 1);
  const lines = blocks.join(loose ? '\n\n' : '\n').split('\n');
  return lines
    .map((line, at) => (at === 0 ? `${mark} ${line}` : line && `${indent}${line}`))
    .join('\n')
    .trimEnd();
}
