import type { Ctx } from '@/lib/core/context';
import { everOffered } from '@/lib/drops/published';

import type { VariantInput } from '../schema';

/**
 * Brings a product's variants to the given list and returns their ids in its order. A variant is known again by its
 * options, so that drops and orders keep pointing at it. One that vanished is deleted, unless a drop ever offered it:
 * then it stays, after the others.
 */
export async function saveVariants(ctx: Ctx, productId: string, variants: VariantInput[]): Promise<string[]> {
  const known = await ctx.db.variant.findMany({ where: { productId }, select: { id: true, options: true } });
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
    const data = { ...variant, position, retiredAt: null };
    const saved = id
      ? await ctx.db.variant.update({ where: { id }, data, select: { id: true } })
      : await ctx.db.variant.create({ data: { ...data, productId }, select: { id: true } });
    ids.push(saved.id);
  }
  return ids;
}

async function createAll(ctx: Ctx, productId: string, variants: VariantInput[]): Promise<string[]> {
  const rows = await ctx.db.variant.createManyAndReturn({
    data: variants.map((variant, position) => ({ ...variant, position, productId })),
    select: { id: true, position: true },
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
