import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { digitCode, isUuid } from '@/lib/core/ids';
import type { PhonePurpose } from '@/lib/core/prisma-client/client';
import { after } from '@/lib/core/time';

import { codeAttempts, hashCode, isCodeOf, phoneCodeLifeMs } from '../codes';
import type { Tried } from './try-code';

type Wanted = { purpose: PhonePurpose; phone: string; memberId?: string };

/** Makes a code for a phone. Whether an account has its number is not asked: everybody is sent one, and answered alike. */
export async function requestPhoneCode(ctx: Ctx, wanted: Wanted): Promise<{ codeId: string; code: string }> {
  const codeId = randomUUID();
  const code = digitCode();
  await ctx.db.phoneCode.create({
    data: {
      ...wanted,
      id: codeId,
      codeHash: hashCode(codeId, code),
      createdAt: ctx.now,
      expiresAt: after(ctx.now, phoneCodeLifeMs),
    },
  });
  return { codeId, code };
}

/** Ends a code that no provider took: nobody can know it. */
export async function endPhoneCode(ctx: Ctx, { codeId }: { codeId: string }): Promise<void> {
  await ctx.db.phoneCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: ctx.now } });
}

type Attempt = { codeId: string; purpose: PhonePurpose; code: string };

/** Counts one attempt at a code and says whether it was right; as of a mailed code, the count is committed before anything is decided. */
export async function tryPhoneCode(ctx: Ctx, { codeId, purpose, code }: Attempt): Promise<Tried> {
  if (!isUuid(codeId)) return 'gone';
  const rows = await ctx.db.phoneCode.updateManyAndReturn({
    where: {
      ...{ id: codeId, purpose, usedAt: null, provedAt: null },
      ...{ expiresAt: { gt: ctx.now }, attempts: { lt: codeAttempts } },
    },
    data: { attempts: { increment: 1 } },
    select: { codeHash: true },
  });
  const row = rows[0];
  if (!row) return 'gone';
  return isCodeOf(row.codeHash, codeId, code) ? 'right' : 'wrong';
}

type Step = { codeId: string; purpose: PhonePurpose };
type Kept = { phone: string; memberId: string | null };

/**
 * Writes down that a code was typed rightly, which is good for as long again as the code was. Of several at once one gets it, the others wait
 * for that one's commit and are refused.
 */
export async function markPhoneProved(ctx: Ctx, { codeId, purpose }: Step): Promise<Kept> {
  const rows = await ctx.db.phoneCode.updateManyAndReturn({
    where: { id: codeId, purpose, usedAt: null, provedAt: null, expiresAt: { gt: ctx.now } },
    data: { provedAt: ctx.now, expiresAt: after(ctx.now, phoneCodeLifeMs) },
    select: { phone: true, memberId: true },
  });
  return rows[0] ?? over();
}

/** Uses a proved code up, once. */
export async function usePhoneProof(ctx: Ctx, { codeId, purpose }: Step): Promise<Kept> {
  const rows = await ctx.db.phoneCode.updateManyAndReturn({
    where: { id: codeId, purpose, usedAt: null, provedAt: { not: null }, expiresAt: { gt: ctx.now } },
    data: { usedAt: ctx.now },
    select: { phone: true, memberId: true },
  });
  return rows[0] ?? over();
}

/** Uses a code up that was just typed rightly, once. */
export async function usePhoneCode(ctx: Ctx, step: Step): Promise<Kept> {
  await markPhoneProved(ctx, step);
  return usePhoneProof(ctx, step);
}

function over(): never {
  throw new Refused('code-expired', 'code is used or out of date', { field: 'code' });
}
