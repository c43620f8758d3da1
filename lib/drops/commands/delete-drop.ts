import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import { lockStock } from '../sql';
import { planChanged } from './plan-changed';

/** Deletes a plan that was never announced, with all its waves; refuses it while codes for it are out, and who saw an older version. */
export async function deleteDrop(ctx: Ctx, { dropId, shown }: { dropId: string; shown: number }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  await lockStock(ctx.db, dropId);
  const drop = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select: { title: true, titleZh: true } }));
  // A count that changes nothing: it locks the row against announcing, editing and giving codes.
  const { count } = await ctx.db.drop.updateMany({
    where: { id: dropId, version: shown, announcedAt: null },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw await refusal(ctx, dropId);
  if ((await ctx.db.fCode.count({ where: { dropId } })) > 0)
    throw new Refused('plan-has-codes', 'Codes were given out');
  // One after the other: what a drop's row would take along finds no plan any more, and stays (keep_with_ledger).
  await ctx.db.allotment.deleteMany({ where: { wave: { dropId } } });
  await ctx.db.drop.delete({ where: { id: dropId } });
  await audit(ctx, { act: 'drop.delete', subject: ['drop', dropId], detail: { title: drop.title || drop.titleZh } });
}

async function refusal(ctx: Ctx, dropId: string): Promise<Refused> {
  const now = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select: { announcedAt: true } }), 'drop');
  return now.announcedAt ? new Refused('plan-announced', 'The drop was announced') : planChanged('plan-changed-delete');
}
