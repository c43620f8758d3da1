import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';

import { waveAt } from '../policy';
import { getEntitlement } from '../queries/get-entitlement';
import { requireEligible } from '../require-eligible';
import { holdUnit } from './hold-unit';
import { announcedDrop } from '../scopes';

export type Held = { claimId: string; heldUntil: Date };

/** Claims one of the units for everyone inside the caller's transaction: the slow way, for single claims outside the rush. */
export async function claimUnit(ctx: Ctx, { dropId, variantId }: { dropId: string; variantId: string }): Promise<Held> {
  const drop = found(
    await ctx.db.drop.findFirst({
      where: { id: dropId, ...announcedDrop },
      select: {
        minTrust: true,
        waves: {
          orderBy: { number: 'asc' },
          include: { allotments: { where: { channel: 'PUBLIC' }, select: { id: true, variantId: true } } },
        },
      },
    }),
    'drop',
  );
  const memberId = requireEligible(ctx.actor, drop);
  const allotment = found(
    waveAt(drop.waves, ctx.now)?.allotments.find((each) => each.variantId === variantId),
    'variant',
  );
  const { emailKey } = await getEntitlement(ctx, { dropId });
  const { claimId, heldUntil } = await holdUnit(ctx, allotment.id, { memberId, emailKey });
  return { claimId, heldUntil };
}
