import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { waveAt, whyNotEligible } from '../policy';
import { emailKeyOf } from '../email-key';
import { settleOne } from '../sql';

export type Held = { claimId: string; heldUntil: Date };

/** Claims one of the units for everyone inside the caller's transaction: the slow way, for single claims outside the rush. */
export async function claimUnit(ctx: Ctx, { dropId, variantId }: { dropId: string; variantId: string }): Promise<Held> {
  const drop = found(
    await ctx.db.drop.findFirst({
      where: { id: dropId, announcedAt: { not: null } },
      select: { minTrust: true, waves: { orderBy: { number: 'asc' }, include: { allotments: { where: { channel: 'PUBLIC' }, select: { id: true, variantId: true } } } } },
    }),
    'drop',
  );
  const why = whyNotEligible(ctx.actor, drop);
  if (why) throw new Refused(why, why, { values: { trust: drop.minTrust } });
  const allotment = found(waveAt(drop.waves, ctx.now)?.allotments.find((each) => each.variantId === variantId), 'variant');
  const settled = found(await settleOne(ctx.db, allotment.id, await arrivalOf(ctx, memberId(ctx.actor)!), ctx.now));
  if (settled.outcome === 'owned') throw new Refused('already-owned-limit');
  if (!settled.claimId || !settled.heldUntil || settled.outcome === 'hold-ended') throw new Refused(settled.outcome);
  return { claimId: settled.claimId, heldUntil: settled.heldUntil };
}

async function arrivalOf(ctx: Ctx, id: string) {
  const { email } = await ctx.db.member.findUniqueOrThrow({ where: { id }, select: { email: true } });
  return { memberId: id, emailKey: emailKeyOf(email) };
}
