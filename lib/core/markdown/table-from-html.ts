import { attributeOf, elementsIn, type HtmlElement } from '../sanitize/html-tree';
import { inlineMarkdown, inOneLine } from './inline-from-html';

const ALIGNS: Record<string, string> = { left: ':---', right: '---:', center: ':---:' };

/** A table whose cells are one line each; its first row is the head. */
export function tableMarkdown(table: HtmlElement): string[] {
  const rows = elementsIn(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const [head, ...body] = rows;
  if (!head) return [];
  const width = Math.max(...rows.map((cells) => cells.length));
  const marks = Array.from({ length: width }, (_, at) => ALIGNS[head[at]?.align ?? ''] ?? '---');
  const line = (cells: { words: string }[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at]?.words ?? '').join(' | ')} |`;
  return [[line(head), `| ${marks.join(' | ')} |`, ...body.map(line)].join('\n')];
}

function cellsOf(row: HtmlElement): { words: string; align: string }[] {
  return row.childNodes.flatMap((node) => ('tagName' in node && /^t[dh]$/.test(node.tagName) ? [toCell(node)] : []));
}

function toCell(cell: HtmlElement): { words: string; align: string } {
  const blocks = elementsIn(cell).filter(({ tagName }) => /^(p|li|div|pre|h\d)$/.test(tagName));
  const lines =
    blocks.length > 0 ? blocks.map(({ childNodes }) => inlineMarkdown(childNodes)) : [inlineMarkdown(cell.childNodes)];
  const words = inOneLine(lines.filter(Boolean).join(' ')).replace(/(?<!\\)\|/g, '\\|');
  return { words, align: attributeOf(cell, 'align') };
}
