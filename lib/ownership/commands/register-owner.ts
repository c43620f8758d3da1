import type { Ctx } from '@/lib/core/context';
import { readableCode } from '@/lib/core/ids';
import { after, day } from '@/lib/core/time';

import { ownedNow } from '../published';

type Bought = { memberId: string; variantId: string; productId: string; handle: string };

/** Makes the buyer of a delivered order the registered owner of its serial, and sets down what they will be asked, and when. */
export async function registerOwner(ctx: Ctx, { orderId }: { orderId: string }): Promise<string | null> {
  const [bought] = await ctx.db.$queryRaw<Bought[]>`
    SELECT o."memberId", v."id" AS "variantId", v."productId", p."handle"
    FROM orders.delivered_order o JOIN catalog.variant v ON v."id" = o."variantId" JOIN catalog.product p ON p."id" = v."productId"
    WHERE o."id" = ${orderId}::uuid AND NOT EXISTS (SELECT 1 FROM "Ownership" w WHERE w."orderId" = o."id") LIMIT 1`;
  if (!bought) return null;
  const { handle, ...unit } = bought;
  const { id } = await ctx.db.ownership.create({
    data: { ...unit, serial: newSerial(handle), orderId, registeredAt: ctx.now },
    select: { id: true },
  });
  await planQuestions(ctx, id, unit.productId);
  await ctx.emit('owner.registered', { ownershipId: id });
  return id;
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

/** A serial that can be read aloud: the product's letters and eight signs of Crockford's Base32. */
export function newSerial(handle: string): string {
  const letters =
    handle
      .split('-')
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 3) || 'M';
  return `${letters}-${readableCode(4)}-${readableCode(4)}`;
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
