import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { after, day } from '@/lib/core/time';

import { ownedNow } from '../published';

export type OwnedUnits = {
  unitIds: readonly string[];
  memberId: string;
  variantId: string;
  productId: string;
  /** The order that brought them; none where they came by another way. */
  orderId?: string;
};

/**
 * Makes somebody the registered owner of units of one variant; answers the ownerships. They are told of all of them at once,
 * and asked what the product asks its owners once, about the first.
 */
export async function registerOwner(ctx: Ctx, { unitIds, ...owned }: OwnedUnits): Promise<string[]> {
  const rows = unitIds.map((unitId) => ({ id: uuid7(ctx.now), unitId, ...owned, registeredAt: ctx.now }));
  const [first] = rows;
  if (!first) return [];
  await ctx.db.ownership.createMany({ data: rows });
  await welcomeTo(ctx, { ownershipId: first.id, productId: owned.productId });
  return rows.map(({ id }) => id);
}

/** Has a new owner told that they are one, and asked in time what the product asks its owners. */
export async function welcomeTo(
  ctx: Ctx,
  { ownershipId, productId }: { ownershipId: string; productId: string },
): Promise<void> {
  await planQuestions(ctx, ownershipId, productId);
  await ctx.emit('owner.registered', { ownershipId });
}

/** Asks an owner a question that is due, once. */
export async function askOwner(ctx: Ctx, { promptId }: { promptId: string }): Promise<boolean> {
  const { count } = await ctx.db.ownerPrompt.updateMany({
    where: { id: promptId, askedAt: null, dueAt: { lte: ctx.now }, ownership: ownedNow },
    data: { askedAt: ctx.now },
  });
  if (count === 1) await ctx.emit('owner.asked', { promptId });
  return count === 1;
}

async function planQuestions(ctx: Ctx, ownershipId: string, productId: string): Promise<void> {
  const questions = await ctx.db.ownerQuestion.findMany({
    where: { productId, active: true },
    select: { id: true, afterDays: true },
  });
  await ctx.db.ownerPrompt.createMany({
    data: questions.map(({ id, afterDays }) => ({
      ownershipId,
      questionId: id,
      dueAt: after(ctx.now, afterDays * day),
    })),
    skipDuplicates: true,
  });
}
