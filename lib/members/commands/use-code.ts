import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { CodePurpose } from '@/lib/core/prisma-client/client';

/** Uses a code up. Of several at once one gets it, the others wait for that one's commit and are refused. */
export async function useCode(ctx: Ctx, { codeId, purpose }: { codeId: string; purpose: CodePurpose }) {
  const rows = await ctx.db.emailCode.updateManyAndReturn({
    where: { id: codeId, purpose, usedAt: null, expiresAt: { gt: ctx.now } },
    data: { usedAt: ctx.now },
  });
  const row = rows[0];
  if (!row) throw new Refused('code-expired', 'code is used or out of date', { field: 'code' });
  return row;
}
