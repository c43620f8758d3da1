import type { Brought, OtherKind, ShopifyImported } from './shopify-run';

const order: readonly OtherKind[] = ['customers', 'orders', 'discounts', 'collections', 'pages', 'redirects'];
const waiting: readonly OtherKind[] = ['customers', 'orders', 'discounts', 'collections'];

/** What became of each kind of things: lines that stand above the refusals by kind. */
export function shopifyReport({ others = {} }: Pick<ShopifyImported, 'others'>): string[] {
  return order.flatMap((kind) => (others[kind] ? [lineOf(kind, others[kind])] : []));
}

function lineOf(kind: OtherKind, { all, added, changed, kept, gone, members = 0 }: Brought): string {
  const parts = [
    `${added} new`,
    `${changed} brought up to date`,
    `${all - added - changed - kept - gone} unchanged`,
    ...(kept > 0 ? [`${kept} left as they were changed here`] : []),
    ...(gone > 0 ? [`${gone} left out, since they were deleted here`] : []),
  ];
  const until = waiting.includes(kind) ? '; kept until Millet has a place for them' : '';
  const accounts = members > 0 ? `; ${members} are members now who have no account yet` : '';
  const drafts = kind === 'pages' ? '; none is published by this' : '';
  return `${kind}: ${parts.join(', ')}${accounts}${until}${drafts}`;
}

type Summed = Pick<ShopifyImported, 'products' | 'variants' | 'refused' | 'others'> & { rehearse?: boolean };

/** The last line: what the files hold and Millet has now, and how many rows were refused. */
export function shopifySummary({ products, variants, refused, others = {}, rehearse = false }: Summed): string {
  const counts = order.flatMap((kind) => (others[kind] ? [`${others[kind].all} ${kind}`] : []));
  const sum = [`${products} products`, `${variants} variants`, ...counts].join(', ');
  const end = `${refused} rows refused`;
  return rehearse ? `would import ${sum}; ${end}; nothing was written` : `imported ${sum}; ${end}`;
}
