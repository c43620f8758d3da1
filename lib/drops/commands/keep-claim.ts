import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

/** Keeps a held unit for good, once it is paid. False when the unit is no longer held. */
export async function keepClaim(ctx: Ctx<Raw>, { claimId }: { claimId: string }): Promise<boolean> {
  const [row] = await ctx.db.$queryRaw<
    { kept: boolean }[]
  >`SELECT keep_claims(ARRAY[${claimId}]::uuid[], ${ctx.now}::timestamptz) AS kept`;
  return row?.kept === true;
}
