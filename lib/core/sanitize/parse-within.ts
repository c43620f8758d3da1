import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const most = { each: 4, more: 1_000, all: 500_000 };

/**
 * What a browser makes of HTML within an element; null where that is far more elements than it has tags. A browser opens emphasis that
 * was never closed anew in every paragraph, so that some thousand marks and as many paragraphs would be millions of elements.
 */
export function parseWithin(container: Tree.Element, html: string): Tree.DocumentFragment | null {
  let left = Math.min(most.all, most.each * html.split('<').length + most.more);
  const counted: typeof tree = {
    ...tree,
    createElement: (...of) => {
      left -= 1;
      if (left < 0) throw new TooMany();
      return tree.createElement(...of);
    },
  };
  try {
    return parseFragment(container, html, { treeAdapter: counted });
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

class TooMany extends Error {}
