import type { Ctx } from '@/lib/core/context';
import { readableCode } from '@/lib/core/ids';
import { after, day } from '@/lib/core/time';

/** Makes the buyer of a delivered order the registered owner of its serial, and sets down what they will be asked, and when. */
export async function registerOwner(ctx: Ctx, { orderId }: { orderId: string }): Promise<string | null> {
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      memberId: true,
      ownerships: { select: { id: true } },
      lines: {
        select: { variant: { select: { id: true, productId: true, product: { select: { handle: true } } } } },
        take: 1,
      },
    },
  });
  const variant = order.lines[0]?.variant;
  if (!variant || order.state !== 'DELIVERED' || order.ownerships.length > 0) return null;
  const { id } = await ctx.db.ownership.create({
    data: {
      serial: newSerial(variant.product.handle),
      memberId: order.memberId,
      productId: variant.productId,
      variantId: variant.id,
      orderId,
      registeredAt: ctx.now,
    },
    select: { id: true },
  });
  await planQuestions(ctx, id, variant.productId);
  await ctx.emit('owner.registered', { ownershipId: id });
  return id;
}

/** Asks an owner a question that is due, once. */
export async function askOwner(ctx: Ctx, { promptId }: { promptId: string }): Promise<boolean> {
  const { count } = await ctx.db.ownerPrompt.updateMany({
    where: { id: promptId, askedAt: null, dueAt: { lte: ctx.now }, ownership: { endedAt: null } },
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
