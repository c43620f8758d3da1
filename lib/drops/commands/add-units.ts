import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import { lockStock, moveUnits, notifyDropChange } from '../sql';
import { offerReturned } from './offer-returned';
import { countPlanUp } from './plan-changed';

/** Puts more units on offer, or offers them to the waitlist; the ledger and the audit log say when, how many and why. */
export async function addUnits(
  ctx: Ctx,
  input: { dropId: string; allotmentId: string; units: number; reason: string },
): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const { dropId, allotmentId, units, reason } = input;
  const stock = await lockStock(ctx.db, dropId);
  found(
    stock.find(({ id }) => id === allotmentId),
    'allotment',
  );
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id: dropId },
      select: { slug: true, announcedAt: true, cancelledAt: true },
    }),
    'drop',
  );
  if (drop.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  await ctx.db.allotment.update({ where: { id: allotmentId }, data: { units: { increment: units } } });
  await moveUnits(ctx.db, { allotmentId, kind: 'ADDED', delta: units, claimIds: [null], at: ctx.now });
  await offerReturned(ctx, { dropId, allotmentId, units });
  const version = await countPlanUp(ctx, dropId, drop);
  await audit(ctx, {
    act: 'drop.addUnits',
    subject: ['drop', dropId],
    reason,
    detail: { allotmentId, units, version },
  });
  await notifyDropChange(ctx.db, dropId);
  ctx.touch('drops', `drop:${drop.slug}`);
}
