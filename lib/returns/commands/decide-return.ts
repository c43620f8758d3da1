import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canHandleReturns } from '../policy';
import type { DecideReturn } from '../schema';
import { holdReturn, moveReturn } from './move-return';

/** Lets goods come back, or refuses it; the buyer reads why. Refuses with `return-moved` what was decided already. */
export async function decideReturn(ctx: Ctx, { returnId, outcome, answer }: DecideReturn): Promise<void> {
  allow(canHandleReturns(ctx.actor));
  const held = await holdReturn(ctx, returnId, outcome);
  await moveReturn(ctx, held, { state: outcome, answer });
  await audit(ctx, {
    act: 'return.decide',
    subject: ['return', returnId],
    reason: answer,
    detail: { number: held.number, outcome },
  });
  await ctx.emit('return.decided', { returnId });
}
