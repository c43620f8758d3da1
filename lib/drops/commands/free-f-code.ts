import type { Ctx } from '@/lib/core/context';
import type { ReleaseCause } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

const unpaid: readonly ReleaseCause[] = ['EXPIRED', 'LIMIT', 'GIVEN_BACK'];

/** Lets the F-code of a unit that went back unpaid be used again. It remembers the claim, should its money come late. */
export async function freeFCode(
  ctx: Ctx<Raw>,
  { claimId, cause }: { claimId: string; cause: ReleaseCause },
): Promise<void> {
  if (!unpaid.includes(cause)) return;
  await ctx.db
    .$executeRaw`UPDATE "FCode" SET "redeemedAt" = NULL, "redeemedById" = NULL WHERE "claimId" = ${claimId}::uuid`;
}
