/** What an address of an old shop or forum meant there; the names are those of Shopify and Discourse. */
export type OldPlace =
  | { kind: 'shop' }
  | { kind: 'product'; handle: string }
  | { kind: 'page'; slug: string }
  | { kind: 'boards' }
  | { kind: 'board'; id?: string; slug?: string; above?: string }
  | { kind: 'thread'; id: string; post?: number }
  | { kind: 'post'; id: string }
  | { kind: 'member'; name: string };

const isId = (part: string | undefined): part is string => part !== undefined && /^\d{1,9}$/.test(part);

const policies: Readonly<Record<string, string>> = {
  'privacy-policy': 'privacy',
  'terms-of-service': 'terms',
  'refund-policy': 'returns',
  'legal-notice': 'imprint',
};

/** What the parts of an old address meant; null where they are none of the addresses that old shops and forums have. */
export function readOldPlace(parts: readonly string[]): OldPlace | null {
  const [first = '', ...rest] = parts;
  const read = Object.hasOwn(readers, first.toLowerCase()) ? readers[first.toLowerCase()] : undefined;
  return read?.(rest) ?? null;
}

const boards = (): OldPlace => ({ kind: 'boards' });

const readers: Readonly<Record<string, (rest: string[]) => OldPlace | null>> = {
  products: ([handle, ...more]) => {
    if (more.length > 0) return null;
    return handle === undefined ? { kind: 'shop' } : { kind: 'product', handle };
  },
  collections: (rest) => {
    // A collection's address may name tags behind it, and a product within it.
    const at = rest.findIndex((part) => part.toLowerCase() === 'products');
    const handle = at > 0 && rest.length === at + 2 ? rest[at + 1] : undefined;
    if (handle !== undefined) return { kind: 'product', handle };
    return rest.length <= 2 ? { kind: 'shop' } : null;
  },
  pages: ([slug, ...more]) => (slug === undefined || more.length > 0 ? null : { kind: 'page', slug }),
  policies: ([name = '', ...more]) => {
    const slug = Object.hasOwn(policies, name.toLowerCase()) ? policies[name.toLowerCase()] : undefined;
    return slug === undefined || more.length > 0 ? null : { kind: 'page', slug };
  },
  t: readThread,
  p: ([id]) => (isId(id) ? { kind: 'post', id } : null),
  c: readBoard,
  u: readMember,
  users: readMember,
  latest: (rest) => (rest.length === 0 ? boards() : null),
  top: (rest) => (rest.length <= 1 ? boards() : null),
  categories: (rest) => (rest.length === 0 ? boards() : null),
};

// `/t/ID`, `/t/ID/POST`, `/t/SLUG/ID` and `/t/SLUG/ID/POST`; a word behind them, such as `last`, names no post.
function readThread(rest: string[]): OldPlace | null {
  const at = isId(rest[0]) ? 0 : 1;
  const [id, post] = [rest[at], rest[at + 1]];
  if (!isId(id) || rest.length > at + 2) return null;
  return isId(post) && Number(post) > 0 ? { kind: 'thread', id, post: Number(post) } : { kind: 'thread', id };
}

// `/c/SLUG`, `/c/SLUG/ID`, with the boards above before them and a view such as `/l/latest` or `/none` behind.
function readBoard(rest: string[]): OldPlace | null {
  const view = rest.findIndex((part) => ['l', 'none', 'all'].includes(part.toLowerCase()));
  const path = view > 0 ? rest.slice(0, view) : rest;
  if (path.length === 0 || path.length > 4) return null;
  const id = path.at(-1);
  if (path.length > 1 && isId(id)) return { kind: 'board', id };
  return { kind: 'board', slug: path.at(-1)!.toLowerCase(), above: path.at(-2)?.toLowerCase() };
}

function readMember([name]: string[]): OldPlace | null {
  return name === undefined ? null : { kind: 'member', name };
}
