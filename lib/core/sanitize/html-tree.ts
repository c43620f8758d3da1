import { defaultTreeAdapter as tree, html as spec, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

import { cutTo } from '../fields';
import { parseWithin } from './parse-within';
import { isNestingBomb, MAX_HTML } from './sanitize-user-html';

export type HtmlElement = Tree.Element;
export type HtmlNode = Tree.ChildNode;

/** HTML as a tree to change before it is sanitised, under one `<div>` of its own, as far as it is read; null when it is too deep, or makes far too many elements, to be read in a sensible time. */
export function parseHtml(source: string, most = MAX_HTML): HtmlElement | null {
  const read = cutTo(source, most);
  if (isNestingBomb(read)) return null;
  const root = tree.createElement(spec.TAG_NAMES.DIV, spec.NS.HTML, []);
  const parsed = parseWithin(root, read);
  if (!parsed) return null;
  for (const node of parsed.childNodes.slice()) tree.appendChild(root, detach(node));
  return root;
}

/** The HTML of a tree that `parseHtml` made, without its own `<div>`. */
export function writeHtml(root: HtmlElement): string {
  return serialize(root);
}

/** Every element under this one, in the order of the text; what is changed meanwhile does not matter. */
export function elementsIn(root: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!);
  }
  return found;
}

export function isElement(node: HtmlNode | undefined): node is HtmlElement {
  return node !== undefined && 'tagName' in node;
}

export function isText(node: HtmlNode | undefined): node is Tree.TextNode {
  return node !== undefined && node.nodeName === '#text';
}

/** Whether an element is one of HTML itself, and not of a drawing or a formula within it. */
export function isOfHtml(element: HtmlElement): boolean {
  return element.namespaceURI === spec.NS.HTML;
}

export function attributeOf(element: HtmlElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return attributeOf(element, 'class').split(/\s+/).includes(name);
}

/** The words under an element, as they stand. */
export function wordsIn(root: HtmlElement): string {
  let words = '';
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) words += node.value;
    else if (isElement(node))
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!);
  }
  return words;
}

export function makeElement(
  name: string,
  attributes: Record<string, string>,
  ...children: (HtmlNode | string)[]
): HtmlElement {
  const element = tree.createElement(
    name,
    spec.NS.HTML,
    Object.entries(attributes).map(([key, value]) => ({ name: key, value })),
  );
  for (const child of children) {
    if (typeof child === 'string') tree.insertText(element, child);
    else tree.appendChild(element, detach(child));
  }
  return element;
}

/** Puts others in the place of a node; with none it is gone. */
export function replaceNode(node: HtmlNode, ...others: (HtmlNode | string)[]): void {
  const parent = node.parentNode;
  if (!parent) return;
  for (const other of others) {
    if (typeof other === 'string') tree.insertTextBefore(parent, other, node);
    else tree.insertBefore(parent, detach(other), node);
  }
  tree.detachNode(node);
}

function detach(node: HtmlNode): HtmlNode {
  if (node.parentNode) tree.detachNode(node);
  return node;
}
