import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { notOver } from '@/lib/core/time';
import { onOffer } from '@/lib/drops/published';

import type { PriceReason } from '../choices/price-story';

/** From when the first price of a variant holds: there is no moment at which it costs nothing known. */
export const beginning = new Date(0);

/** Amounts in minor units; regular and until further notice unless it says otherwise. */
export type NewPrice = {
  currency: string;
  amountMinor: number;
  compareAtMinor?: number | null;
  taxIncluded?: boolean | null;
  reason?: PriceReason;
  from: Date;
  until?: Date | null;
};

/**
 * Puts a price into those of its variant and currency: what stood there from `from` to `until` gives way, and what held at
 * `until` goes on after it. Two at once take turns at the variant's row; the exclusion constraint holds where nobody waits. Refuses with
 * `price-in-drop` where an announced drop offers the variant after `from`; the caller has taken turns by `pricesOf` the product.
 */
export async function putPrice(ctx: Pick<Ctx, 'db'>, variantId: string, price: NewPrice): Promise<void> {
  const { currency, from, until = null } = price;
  const [variant] = await ctx.db.$queryRaw<{ currency: string }[]>`
    SELECT "currency" FROM "Variant" WHERE "id" = ${variantId}::uuid FOR NO KEY UPDATE`;
  const known = await ctx.db.price.findMany({
    where: { variantId, currency, ...notOver(from) },
    orderBy: { from: 'asc' },
  });
  await requireNotAnnounced(ctx, variantId, from);
  const first = known.length === 0 && variant?.currency === currency;
  if (first && until) throw new Refused('price-ends-early', 'The first price has no end', { field: 'until' });
  for (const { id, begunAt: _, ...old } of known) {
    if (until && old.from >= until) continue;
    if (old.from < from) await ctx.db.price.update({ where: { id }, data: { until: from } });
    else await ctx.db.price.delete({ where: { id } });
    if (until && (!old.until || old.until > until)) await ctx.db.price.create({ data: { ...old, from: until } });
  }
  const { amountMinor, compareAtMinor = null, taxIncluded = null, reason = 'REGULAR' } = price;
  const held = { from: first ? beginning : from, until };
  await ctx.db.price.create({
    // Nobody hears of a first price: there was none that it differs from.
    data: {
      variantId,
      currency,
      amountMinor,
      compareAtMinor,
      taxIncluded,
      reason,
      ...held,
      begunAt: first ? beginning : null,
    },
  });
}

/** Refuses to touch what a variant costs from a moment on, where an announced drop offers it then: fans have read its price, and some hold a unit at it. */
export async function requireNotAnnounced({ db }: Pick<Ctx, 'db'>, id: string, from: Date): Promise<void> {
  const offered = await db.variant.findFirst({ where: { id, ...onOffer(from) }, select: { id: true } });
  if (offered) throw new Refused('price-in-drop', 'an announced drop offers it at the price that it has');
}
