import type { Ctx } from '@/lib/core/context';
import { takeTurns } from '@/lib/core/take-turns';
import { notOver } from '@/lib/core/time';
import { everOffered } from '@/lib/drops/published';

import { regularAt } from '../choices/price-story';
import { pricesOf } from '../published';
import type { VariantInput } from '../schema';
import { beginning, putPrice, requireNotAnnounced } from './put-price';

/**
 * Brings a product's variants to the given list and returns their ids in its order. A variant is known again by its
 * options, so that drops and orders keep pointing at it. One that vanished is deleted, unless a drop ever offered it:
 * then it stays, after the others.
 */
export async function saveVariants(ctx: Ctx, productId: string, variants: VariantInput[]): Promise<string[]> {
  await takeTurns(ctx.db, pricesOf(productId));
  const known = await ctx.db.variant.findMany({
    where: { productId },
    select: { id: true, options: true, currency: true },
  });
  if (known.length === 0) return createAll(ctx, productId, variants);
  const byOptions = new Map(known.map(({ id, options }) => [JSON.stringify(options), id]));
  const kept = new Set(
    variants.map(({ options }) => byOptions.get(JSON.stringify(options))).filter((id) => id !== undefined),
  );
  const gone = known.map(({ id }) => id).filter((id) => !kept.has(id));
  await ctx.db.variant.deleteMany({ where: { id: { in: gone }, NOT: everOffered } });
  await moveAside(ctx, productId, variants.length);
  const ids: string[] = [];
  for (const [position, variant] of variants.entries()) {
    const id = byOptions.get(JSON.stringify(variant.options));
    const { priceMinor, compareAtMinor, ...fields } = variant;
    const data = { ...fields, position, retiredAt: null };
    // Another currency is another price, also where one in it stands already.
    const before = known.find((each) => each.id === id);
    if (before && before.currency !== variant.currency) await requireNotAnnounced(ctx, before.id, ctx.now);
    const saved = id
      ? await ctx.db.variant.update({ where: { id }, data, select: { id: true } })
      : await ctx.db.variant.create({ data: { ...data, productId }, select: { id: true } });
    ids.push(saved.id);
    await bringPrice(ctx, saved.id, { currency: fields.currency, amountMinor: priceMinor, compareAtMinor });
  }
  return ids;
}

type Listed = { currency: string; amountMinor: number; compareAtMinor: number | null };

/**
 * Another regular price than before begins now: planned changes of the regular price give way to it, and phases such as an offer stay, with what comes after
 * them at the new price. A phase without an end gives way too.
 */
export async function bringPrice(ctx: Ctx, variantId: string, price: Listed): Promise<void> {
  const ahead = await ctx.db.price.findMany({
    where: { variantId, currency: price.currency, ...notOver(ctx.now) },
    select: { amountMinor: true, compareAtMinor: true, reason: true, from: true, until: true },
  });
  const regular = regularAt(ahead, ctx.now);
  if (regular?.amountMinor === price.amountMinor && regular.compareAtMinor === price.compareAtMinor) return;
  const stretches = ahead.filter(({ reason }) => reason === 'REGULAR');
  if (stretches.length === 0) return putPrice(ctx, variantId, { ...price, from: ctx.now });
  for (const { from, until } of stretches)
    await putPrice(ctx, variantId, { ...price, from: from > ctx.now ? from : ctx.now, until });
}

async function createAll(ctx: Ctx, productId: string, variants: VariantInput[]): Promise<string[]> {
  const rows = await ctx.db.variant.createManyAndReturn({
    data: variants.map(({ priceMinor: _, compareAtMinor: __, ...variant }, position) => ({
      ...variant,
      position,
      productId,
    })),
    select: { id: true, position: true },
  });
  await ctx.db.price.createMany({
    data: rows.map(({ id, position }) => {
      const { currency, priceMinor: amountMinor, compareAtMinor } = variants[position]!;
      return { variantId: id, currency, amountMinor, compareAtMinor, from: beginning, begunAt: beginning };
    }),
  });
  return rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
}

/** Positions are unique within a product: those in use make room first, for so many new ones. */
export async function moveAside(ctx: Ctx, productId: string, by: number): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE "Variant" v SET "position" = -1 - n.place FROM (
      SELECT "id", row_number() OVER (ORDER BY "position") AS place FROM "Variant" WHERE "productId" = ${productId}::uuid
    ) n WHERE n."id" = v."id"`;
  await ctx.db.$executeRaw`
    UPDATE "Variant" SET "position" = ${by} - "position" WHERE "productId" = ${productId}::uuid`;
}
