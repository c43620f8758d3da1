import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u;
const LETTER = /\p{L}/u;
/** What has a side of its own: marks of a list, the line of a quote, the first column of a table, the arrow of a fold. */
const SIDED = new Set(['ul', 'ol', 'dl', 'blockquote', 'table', 'details']);
/** Code is read from the left in every language and says nothing of the words around it. */
const CODE = new Set(['pre', 'code', 'kbd', 'samp']);

type Direction = 'rtl' | 'ltr';

/** Whether a text holds a letter that is written from the right. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A text that is written from the right, isolated from the sentence it is put into; every other text as it is. */
export function isolated(text: string): string {
  return hasRightToLeft(text) ? `\u2068${text}\u2069` : text;
}

/** Gives lists, quotes, tables and folds the direction of the first letter in them, as `dir="auto"` does not reach into nested ones. */
export function directBlocks(node: Tree.ParentNode): Direction | null {
  let first: Direction | null = null;
  for (const child of node.childNodes) {
    const found = 'tagName' in child ? elementDirection(child) : 'value' in child ? directionOf(child.value) : null;
    first ??= found;
  }
  return first;
}

function elementDirection(element: Tree.Element): Direction | null {
  if (CODE.has(element.tagName)) return null;
  const direction = directBlocks(element);
  if (direction && SIDED.has(element.tagName)) element.attrs.push({ name: 'dir', value: direction });
  return direction;
}

function directionOf(text: string): Direction | null {
  const letter = LETTER.exec(text)?.[0];
  if (!letter) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
