export type MessageTree = { [key: string]: string | MessageTree };

/** One tree of the sentences of several files, each of which may say something in any namespace. */
export function mergeMessages(trees: readonly object[]): MessageTree {
  const merged: MessageTree = {};
  for (const tree of trees as MessageTree[]) addTo(merged, tree);
  return merged;
}

function addTo(merged: MessageTree, tree: MessageTree): void {
  for (const [key, value] of Object.entries(tree)) {
    const there = merged[key];
    if (typeof value === 'string') merged[key] = value;
    else if (typeof there === 'object') addTo(there, value);
    else addTo((merged[key] = {}) as MessageTree, value);
  }
}
