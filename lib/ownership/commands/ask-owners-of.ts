import type { z } from 'zod';

import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canEditQuestions } from '../policy';
import { questionInput } from '../schema';

/** Sets the one question that a product asks its owners some days after delivery; the former one is retired. */
export async function askOwnersOf(ctx: Ctx, input: z.input<typeof questionInput>): Promise<{ id: string }> {
  allow(canEditQuestions(ctx.actor));
  const question = questionInput.parse(input);
  await ctx.db.ownerQuestion.updateMany({
    where: { productId: question.productId, active: true },
    data: { active: false },
  });
  return ctx.db.ownerQuestion.create({ data: { ...question, createdAt: ctx.now }, select: { id: true } });
}
