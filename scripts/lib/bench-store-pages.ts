/** The cases of `npm run bench:store` that read pages: kept ones beside a bare server, and others among few products and many, in turn. */
import { firstVisits } from '@/tests/bench/store-first-visits';
import { handleOf, idOfProduct, kinds } from '@/tests/bench/store-rows';

import { measureCached } from './bench-cached';
import { median, writeLine } from './bench-line';
import { bench, verdict, type Shop, type Verdict } from './bench-store-shop';

const warmVisits = 20;

/** The page of the shop: from the cache, then pages of it that nobody has asked for. */
export const listing = (shop: Shop): Promise<Verdict> =>
  page(shop, 'listing', '/en/products', (number) => `/en/products/after/${idOfProduct(number)}`);

/** The page of a product, the same. */
export const product = (shop: Shop): Promise<Verdict> =>
  page(shop, 'product page', `/en/products/${handleOf(1)}`, (number) => `/en/products/${handleOf(number)}`);

async function page(shop: Shop, name: string, kept: string, nth: (number: number) => string): Promise<Verdict> {
  const readers = { connections: 32, slices: 20, ms: 250 };
  const address = `http://127.0.0.1:${shop.ports[0]}`;
  const ratios: number[] = [];
  for (const unchanged of [false, true])
    ratios.push(await measureCached(address, { bench, name, path: kept }, unchanged, readers));
  const flat = await flatness(shop, name, nth);
  return verdict([], [ratios[0]! < 0.8 && `${name}: ${ratios[0]} of a bare server, 0.8 wanted`, ...flat.missed]);
}

async function flatness(shop: Shop, name: string, nth: (number: number) => string, most?: number): Promise<Verdict> {
  const count = shop.visits + warmVisits;
  // The last page of a shelf is short: those before it are asked for, of both shops alike.
  const spread = (products: number) =>
    Array.from({ length: count }, (_, at) => nth(2 + Math.floor((at * (products - 30)) / count)));
  const addresses = { few: spread(shop.few), many: spread(shop.products) };
  const took = await firstVisits({ few: shop.fewPort!, many: shop.ports[0]! }, addresses, warmVisits);
  const ratio = Number((median(took.many) / median(took.few)).toFixed(2));
  const p95Ms = percentile(took.many, 0.95);
  writeLine({
    ...{ bench, case: `${name}, uncached`, perSecond: Number((took.many.length / took.seconds).toFixed(1)) },
    ...{ p50Ms: percentile(took.many, 0.5), p95Ms, p99Ms: percentile(took.many, 0.99), ratio },
    ...{
      ofProducts: [shop.few, shop.products],
      p50FewMs: percentile(took.few, 0.5),
      p95FewMs: percentile(took.few, 0.95),
    },
    visits: shop.visits,
  });
  return verdict(
    [],
    [
      ratio > 1.3 && `${name}: ${ratio} times as slow among ${shop.products} products, 1.3 wanted`,
      most !== undefined && p95Ms > most && `${name}: p95 ${p95Ms} ms, ${most} wanted`,
    ],
  );
}

/** The shop narrowed by kind, price and order, each an address of its own; null where the shop has none. */
export async function facets(shop: Shop): Promise<Verdict | null> {
  const kept = `/en/products/by/kind/${kinds[1]}`;
  if ((await fetch(`http://127.0.0.1:${shop.ports[0]}${kept}`)).status === 404) return null;
  const views = kinds.flatMap((kind) =>
    ['', '/sold/open'].flatMap((sold) =>
      ['', '/price/100-200', '/price/200-500', '/price/500-1000'].flatMap((price) =>
        ['', '/sort/cheapest', '/sort/dearest', '/sort/name'].map((sort) => `/kind/${kind}${sold}${price}${sort}`),
      ),
    ),
  );
  // The one that is kept is not asked for again.
  const others = views.filter((view) => view !== `/kind/${kinds[1]}`);
  const step = others.length / (shop.visits + warmVisits);
  let asked = 0;
  // Both shops are asked for the same views, spread over all of them.
  return page(shop, 'facets', kept, () => `/en/products/by${others[Math.floor((asked++ * step) % others.length)]}`);
}

/** A search by words, none of which was asked for before; null where the shop has no search. */
export async function search(shop: Shop): Promise<Verdict | null> {
  const there = await fetch(`http://127.0.0.1:${shop.ports[0]}/en/search?q=lamp`);
  if (there.status === 404) return null;
  return flatness(shop, 'search', (number) => `/en/search?q=${encodeURIComponent(`lamp model ${number % 500}`)}`, 80);
}

function percentile(took: number[], part: number): number {
  const sorted = took.toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0).toFixed(1));
}
