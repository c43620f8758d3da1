/** A page as a reader without scripts is given it, read from its bytes: many addresses are asked for much sooner than a browser opens them. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export type PlainDocument = { lang: string; title: string; robots: string; headings: string[] };

/** Its language, title, word for robots, and the first headings that nothing around them hides. */
export function readPlain(html: string): PlainDocument {
  const all = elementsIn(parse(html, { scriptingEnabled: false }).childNodes);
  const named = (name: string) => all.filter(({ tagName }) => tagName === name);
  const robots = named('meta').find((each) => attribute(each, 'name') === 'robots');
  return {
    lang: attribute(named('html')[0], 'lang'),
    title: named('title').map(textOf)[0] ?? '',
    robots: attribute(robots, 'content'),
    headings: named('h1').map((heading) => textOf(heading).trim()),
  };
}

const silent = new Set(['script', 'style', 'template']);

/** The words of its main part, those that something hides left out. */
export function mainWords(html: string): string {
  const main = elementsIn(parse(html, { scriptingEnabled: false }).childNodes).find(
    ({ tagName }) => tagName === 'main',
  );
  return main ? wordsOf(main).trim() : '';
}

function wordsOf(node: Node): string {
  if (!('tagName' in node)) return textOf(node);
  if (silent.has(node.tagName) || node.attrs.some(({ name }) => name === 'hidden')) return '';
  return node.childNodes.map(wordsOf).join('');
}

// What streams in after the first bytes waits in a hidden element for a script to put it into its place.
function elementsIn(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node) || node.attrs.some(({ name }) => name === 'hidden')) return [];
    return [node, ...elementsIn(node.childNodes)];
  });
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Element | undefined, wanted: string): string =>
  element?.attrs.find(({ name }) => name === wanted)?.value ?? '';
