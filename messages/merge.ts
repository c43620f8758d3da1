export type MessageTree = { [key: string]: string | MessageTree };

/** One tree of the sentences of several files, each of which may say something in any namespace; parsed sentences are arrays. */
export function mergeMessages<T extends object = MessageTree>(trees: readonly object[]): T {
  const merged: Tree = {};
  for (const tree of trees) addTo(merged, tree as Tree);
  return merged as T;
}

type Tree = { [key: string]: string | unknown[] | Tree };

function addTo(merged: Tree, tree: Tree): void {
  for (const [key, value] of Object.entries(tree)) {
    const there = merged[key];
    if (typeof value === 'string' || Array.isArray(value)) merged[key] = value;
    else if (typeof there === 'object') addTo(there as Tree, value);
    else addTo((merged[key] = {}), value);
  }
}
