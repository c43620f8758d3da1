import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import type { CodePurpose } from '@/lib/core/prisma-client/client';

import { codeAttempts, isCodeOf } from '../codes';

export type Tried = 'right' | 'wrong' | 'gone';

/** Refuses unless a code was right, at the field in which it was typed. The attempt was counted in a commit of its own before. */
export function requireRight(tried: Tried, field = 'code'): void {
  if (tried !== 'right')
    throw new Refused(tried === 'wrong' ? 'code-wrong' : 'code-expired', `code ${tried}`, { field });
}

/**
 * Counts one attempt at a mailed code and says whether it was right. The count is committed before anything is
 * decided: guesses made at once are each counted.
 */
export async function tryCode(
  ctx: Ctx,
  { codeId, purpose, code }: { codeId: string; purpose: CodePurpose; code: string },
): Promise<Tried> {
  if (!isUuid(codeId)) return 'gone';
  const rows = await ctx.db.emailCode.updateManyAndReturn({
    where: { id: codeId, purpose, usedAt: null, expiresAt: { gt: ctx.now }, attempts: { lt: codeAttempts } },
    data: { attempts: { increment: 1 } },
    select: { codeHash: true },
  });
  const row = rows[0];
  if (!row) return 'gone';
  return isCodeOf(row.codeHash, codeId, code) ? 'right' : 'wrong';
}
