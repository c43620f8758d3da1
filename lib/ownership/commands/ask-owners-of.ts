import type { z } from 'zod';

import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { canEditQuestions } from '../policy';
import { questionInput } from '../schema';

/** Sets the one question that a product asks its owners some days after delivery; the former one is retired. */
export async function askOwnersOf(ctx: Ctx, input: z.input<typeof questionInput>): Promise<{ id: string }> {
  allow(canEditQuestions(ctx.actor));
  const question = questionInput.parse(input);
  // Of two who ask at once, the second retires the first one's question: one is asked at a time.
  await takeTurns(ctx.db, `ownership:question:${question.productId}`);
  await ctx.db.ownerQuestion.updateMany({
    where: { productId: question.productId, active: true },
    data: { active: false },
  });
  const data = { ...question, createdAt: ctx.now };
  const asked = await ctx.db.ownerQuestion.create({ data, select: { id: true } });
  const detail = { text: question.text, days: question.afterDays };
  await audit(ctx, { act: 'product.askOwners', subject: ['product', question.productId], detail });
  return asked;
}
