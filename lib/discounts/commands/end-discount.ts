import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { holdToChange } from '../hold-discount';
import { canEditDiscounts } from '../policy';
import type { EndDiscount } from '../schema';

/** Ends a discount now; one that no order ever got and that has not begun is deleted. Refuses discount-changed. */
export async function endDiscount(ctx: Ctx, { discountId: id, shown }: EndDiscount): Promise<void> {
  allow(canEditDiscounts(ctx.actor));
  await holdToChange(ctx.db, id);
  const one = found(
    await ctx.db.discount.findUnique({
      where: { id },
      select: { title: true, code: true, startsAt: true, endsAt: true, _count: { select: { uses: true } } },
    }),
    'discount',
  );
  const unused = one.startsAt > ctx.now && one._count.uses === 0;
  const { count } = unused
    ? await ctx.db.discount.deleteMany({ where: { id, version: shown, uses: { none: {} } } })
    : await ctx.db.discount.updateMany({
        // One that is over stays over from when it was.
        where: { id, version: shown, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] },
        data: { endsAt: ctx.now, startsAt: one.startsAt > ctx.now ? ctx.now : one.startsAt, version: { increment: 1 } },
      });
  if (count === 0) throw new Refused('discount-changed', 'Somebody changed it meanwhile');
  await audit(ctx, {
    act: 'discount.end',
    subject: ['discount', id],
    detail: { name: one.title, code: one.code ?? '–' },
  });
}
