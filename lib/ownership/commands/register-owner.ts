import type { Ctx } from '@/lib/core/context';
import { after, day } from '@/lib/core/time';

import { ownedNow } from '../published';

export type OwnedUnit = { unitId: string; memberId: string; variantId: string; productId: string; orderId: string };

/** Makes somebody the registered owner of a unit that their order brought, and sets down what they will be asked, and when. */
export async function registerOwner(ctx: Ctx, unit: OwnedUnit): Promise<string> {
  const { id } = await ctx.db.ownership.create({ data: { ...unit, registeredAt: ctx.now }, select: { id: true } });
  await planQuestions(ctx, id, unit.productId);
  await ctx.emit('owner.registered', { ownershipId: id });
  return id;
}

/** Whether an order made anybody an owner. */
export async function hasOwners({ db }: Pick<Ctx, 'db'>, { orderId }: { orderId: string }): Promise<boolean> {
  return (await db.ownership.count({ where: { orderId } })) > 0;
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
