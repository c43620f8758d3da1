import type { Ctx } from '@/lib/core/context';
import type { ReleaseCause } from '@/lib/core/prisma-client/enums';

const unpaid: readonly ReleaseCause[] = ['EXPIRED', 'LIMIT'];

/** Lets the F-code of a unit that went back unpaid be used again. It remembers the claim, should its money come late. */
export async function freeFCode(ctx: Ctx, { claimId, cause }: { claimId: string; cause: ReleaseCause }): Promise<void> {
  if (unpaid.includes(cause)) await ctx.db.fCode.updateMany({ where: { claimId }, data: { redeemedAt: null, redeemedById: null } });
}
