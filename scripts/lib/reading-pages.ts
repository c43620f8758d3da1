/** The pages that are read most, by an address of each that the demo has. */
export async function readingPages(address: string): Promise<[string, string][]> {
  const board = await firstLink(address, '/en/boards', '/en/boards/[^"/]+');
  return [
    ['start', '/en'],
    ['boards', '/en/boards'],
    ['board', board],
    ['thread', await firstLink(address, board, '/en/t/\\d+[^"]*')],
    ['ideas', '/en/ideas'],
    ['roadmap', '/en/roadmap'],
    ['product', await firstLink(address, '/en/products', '/en/products/[^"/]+')],
    ['drop', await firstLink(address, '/en/drops', '/en/drops/[^"/]+')],
    ['start-zh', '/zh'],
  ];
}

async function firstLink(address: string, page: string, shape: string): Promise<string> {
  const text = await (await fetch(address + page)).text();
  const found = new RegExp(`href="(${shape})"`).exec(text)?.[1];
  if (!found) throw new Error(`${page} leads to no ${shape}`);
  return found;
}
