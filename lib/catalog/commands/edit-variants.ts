import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';
import { everOffered, onOffer } from '@/lib/drops/published';

import type { EditProduct } from '../edit-schema';
import { keyOf } from '../choices/option-grid';
import { pricesAhead, pricesOf } from '../published';
import { regularlyPriced } from '../regularly-priced';
import { bringPrice, moveAside } from './save-variants';

type Row = EditProduct['grid']['variants'][number];

const known = {
  id: true,
  position: true,
  options: true,
  title: true,
  titleZh: true,
  sku: true,
  barcode: true,
  currency: true,
  grams: true,
  hsCode: true,
  origin: true,
  battery: true,
  retiredAt: true,
} as const;

/**
 * Brings a product's variants to the rows of its form; answers whether anything changed. One that is not among them is deleted, or
 * retired if a drop ever offered it; one that comes back with its options is the retired one. Refuses an SKU that another variant has.
 */
export async function editVariants(ctx: Ctx, productId: string, rows: Row[]): Promise<boolean> {
  // An announcement comes before or after: see requireAnnouncedPrices.
  await takeTurns(ctx.db, pricesOf(productId));
  // Whoever plans a drop of a variant refers to its row: that is seen below, or waits until this is committed.
  await ctx.db.$queryRaw`SELECT "id" FROM "Variant" WHERE "productId" = ${productId}::uuid ORDER BY "id" FOR UPDATE`;
  const read = await ctx.db.variant.findMany({
    where: { productId },
    orderBy: { position: 'asc' },
    select: { ...known, prices: pricesAhead(ctx.now) },
  });
  const before = read.map((variant) => regularlyPriced(variant, ctx.now));
  const matched = rows.map((row) => ({ row, old: oldOf(row, before) }));
  await requireFreeSkus(
    ctx,
    matched.map(({ row, old }) => ({ sku: row.sku, id: old?.id })),
    rows,
  );
  await requireAnnouncedPrices(ctx, matched);
  const kept = new Set(matched.map(({ old }) => old?.id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await ctx.db.variant.deleteMany({ where: { id: { in: gone }, NOT: everOffered } });
  await ctx.db.variant.updateMany({ where: { id: { in: gone }, retiredAt: null }, data: { retiredAt: ctx.now } });
  await moveAside(ctx, productId, rows.length);
  let changed = before.some(({ id, retiredAt }) => !kept.has(id) && retiredAt === null);
  for (const [position, { row, old }] of matched.entries()) {
    const data = { ...dataOf(row), position, retiredAt: null };
    changed ||= !old || Object.entries(data).some(([name, value]) => !same(value, old[name as keyof typeof old]));
    const { priceMinor: amountMinor, ...fields } = data;
    const { id } = old
      ? await ctx.db.variant.update({ where: { id: old.id }, data: fields, select: { id: true } })
      : await ctx.db.variant.create({ data: { ...fields, productId }, select: { id: true } });
    const compareAtMinor = old?.compareAtMinor ?? null;
    await bringPrice(ctx, id, { currency: fields.currency, amountMinor, compareAtMinor });
  }
  return changed;
}

function oldOf<O extends { id: string; options: string[]; retiredAt: Date | null }>(
  row: Row,
  before: O[],
): O | undefined {
  if (row.id) {
    const named = before.find(({ id }) => id === row.id);
    if (!named) throw new Refused('not-found', 'no such variant');
    return named;
  }
  return before.find(({ options, retiredAt }) => retiredAt !== null && keyOf(options) === keyOf(row.options));
}

function dataOf({ id: _, price: __, sku, barcode, options, ...row }: Row & { price?: string }) {
  const title = options.join(' / ') || 'Default';
  return { ...row, options, title, sku: sku || null, barcode: barcode || null };
}

type Matched = { row: Row; old: { id: string; priceMinor: number; currency: string } | undefined };

// Fans read the price of an announced drop, and some hold a unit of it: it stays until the drop is over.
async function requireAnnouncedPrices({ db, now }: Ctx, matched: Matched[]): Promise<void> {
  const repriced = matched.flatMap(({ row, old }, at) =>
    old && (row.priceMinor !== old.priceMinor || row.currency !== old.currency) ? [{ id: old.id, at }] : [],
  );
  if (repriced.length === 0) return;
  const offered = await db.variant.findFirst({
    where: { id: { in: repriced.map(({ id }) => id) }, ...onOffer(now) },
    orderBy: { position: 'asc' },
    select: { id: true, title: true },
  });
  if (!offered) return;
  const { at } = repriced.find(({ id }) => id === offered.id)!;
  throw new Refused('price-in-drop', 'an announced drop offers this variant', { field: `grid.variants.${at}.price` });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

// Two editors who give one SKU at once take turns, and the second finds it taken.
async function requireFreeSkus(ctx: Ctx, wanted: { sku: string; id?: string }[], rows: Row[]): Promise<void> {
  const skus = wanted.flatMap(({ sku }) => sku || []);
  if (skus.length === 0) return;
  await takeTurns(ctx.db, 'catalog:skus');
  const held = await ctx.db.variant.findMany({
    where: { sku: { in: skus } },
    take: 500,
    select: { id: true, sku: true, product: { select: { title: true } } },
  });
  const own = new Map(wanted.map(({ sku, id }) => [sku, id]));
  // Two variants of this product may swap their SKUs; a row that keeps what it had is left alone.
  const mine = new Set(wanted.flatMap(({ id }) => id ?? []));
  const taken = held.find(({ id, sku }) => own.get(sku!) !== id && !mine.has(id));
  if (!taken) return;
  const at = rows.findIndex(({ sku }) => sku === taken.sku);
  const values = { sku: taken.sku!, product: taken.product.title };
  throw new Refused('sku-taken', 'another variant has this SKU', { field: `grid.variants.${at}.sku`, values });
}
