import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { canSetTrust } from '../policy';

/** Gives a member a trust level that participation changes no more; null leaves it to participation again. */
export async function setTrust(
  ctx: Ctx,
  { memberId, level, reason }: { memberId: string; level: number | null; reason: string },
): Promise<void> {
  allow(canSetTrust(ctx.actor));
  const before = found(
    await ctx.db.member.findUnique({ where: { id: memberId }, select: { handle: true, trust: true } }),
  );
  if (level === null) await ctx.db.trustGrant.deleteMany({ where: { memberId } });
  else await fix(ctx, memberId, level, reason);
  await audit(ctx, {
    act: 'member.setTrust',
    subject: ['member', memberId],
    reason,
    detail: { from: before.trust, to: level ?? 'auto' },
  });
  ctx.touch(`member:${before.handle}`);
}

async function fix(ctx: Ctx, memberId: string, level: number, reason: string): Promise<void> {
  const grant = { level, reason, byId: idOf(ctx.actor), at: ctx.now };
  await ctx.db.trustGrant.upsert({ where: { memberId }, create: { memberId, ...grant }, update: grant });
  await ctx.db.member.update({ where: { id: memberId }, data: { trust: level } });
}
