import { blocksMost } from '@/lib/pages/choices/blocks';

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Markdown in pieces that a block of a page holds each, parted between paragraphs; null where it needs more blocks than a page has, or
 * one paragraph is too long.
 */
export function splitMarkdown(markdown: string): string[] | null {
  const pieces: string[] = [];
  let open = '';
  for (const part of partsOf(markdown)) {
    const longer = open === '' ? part : `${open}\n\n${part}`;
    if (longer.length <= blocksMost.text) {
      open = longer;
      continue;
    }
    if (part.length > blocksMost.text) return null;
    pieces.push(open);
    open = part;
  }
  if (open.trim() !== '') pieces.push(open);
  const characters = pieces.reduce((sum, { length }) => sum + length, 0);
  return pieces.length <= blocksMost.blocks && characters <= blocksMost.characters ? pieces : null;
}

/** Paragraphs with what belongs to them: a list or code with empty lines in it is one part. */
function partsOf(markdown: string): string[] {
  const parts: string[] = [];
  let inside: string | null = null;
  for (const block of markdown.split(/\n{2,}/)) {
    const goesOn: boolean = inside !== null || /^(?: {2,}|\t)/.test(block);
    if (goesOn && parts.length > 0) parts.push(`${parts.pop()!}\n\n${block}`);
    else parts.push(block);
    for (const line of block.split('\n')) {
      const mark: string | undefined = fence.exec(line)?.[1];
      if (mark === undefined) continue;
      if (inside === null) inside = mark;
      else if (mark.startsWith(inside)) inside = null;
    }
  }
  return parts;
}
