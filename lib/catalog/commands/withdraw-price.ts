import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { plainAmount } from '@/lib/core/money';
import { takeTurns } from '@/lib/core/take-turns';

import { canEditProducts } from '../policy';
import { pricesOf } from '../published';
import type { WithdrawPrice } from '../price-schema';
import { putPrice, requireNotAnnounced } from './put-price';

/**
 * Takes back a price that is planned, as if it never had been, or ends a phase that holds: what would have come after it comes now. Refuses price-over,
 * price-regular for the regular price of now, and price-in-drop.
 */
export async function withdrawPrice(ctx: Ctx, { priceId }: WithdrawPrice): Promise<void> {
  allow(canEditProducts(ctx.actor));
  const of = { title: true, product: { select: { id: true, handle: true, title: true } } } as const;
  const seen = found(await ctx.db.price.findUnique({ where: { id: priceId }, select: { variant: { select: of } } }));
  const { product, title } = seen.variant;
  await takeTurns(ctx.db, pricesOf(product.id));
  const price = found(await ctx.db.price.findUnique({ where: { id: priceId } }));
  if (price.until && price.until <= ctx.now) throw new Refused('price-over', 'It is over already');
  if (price.from > ctx.now) await takeBack(ctx, price);
  else await endNow(ctx, price);
  const { amountMinor, currency, reason } = price;
  await audit(ctx, {
    act: 'product.withdrawPrice',
    subject: ['product', product.id],
    detail: {
      title: `${product.title} · ${title}`,
      price: `${plainAmount(amountMinor, currency)} ${currency}`,
      reason,
    },
  });
  ctx.touch('products', `product:${product.handle}`, 'home', 'drops');
}

type Row = NonNullable<Awaited<ReturnType<Ctx['db']['price']['findUnique']>>>;

async function neighbours({ db }: Ctx, { variantId, currency, from, until }: Row) {
  const [before, next] = await Promise.all([
    db.price.findFirst({ where: { variantId, currency, until: from } }),
    until && db.price.findFirst({ where: { variantId, currency, from: until } }),
  ]);
  return { before, next };
}

// What held before it goes on, as one stretch with what was to come after it where that is the same.
async function takeBack(ctx: Ctx, price: Row): Promise<void> {
  await requireNotAnnounced(ctx, price.variantId, price.from);
  const { before, next } = await neighbours(ctx, price);
  await ctx.db.price.delete({ where: { id: price.id } });
  if (!before) return;
  const goesOn = next !== null && isSame(before, next) && next.begunAt === null;
  if (goesOn) await ctx.db.price.delete({ where: { id: next.id } });
  await ctx.db.price.update({ where: { id: before.id }, data: { until: goesOn ? next.until : price.until } });
}

async function endNow(ctx: Ctx, price: Row): Promise<void> {
  if (price.reason === 'REGULAR') throw new Refused('price-regular', 'It is the regular price');
  const { before, next } = await neighbours(ctx, price);
  const instead = next ?? before;
  if (!instead) throw new Refused('price-regular', 'Nothing would hold instead');
  const { variantId, currency } = price;
  const { amountMinor, compareAtMinor, taxIncluded, reason } = instead;
  // One stretch with what was to come after it, so that nothing stands as planned that is not.
  if (next) await ctx.db.price.delete({ where: { id: next.id } });
  const until = next ? next.until : price.until;
  await putPrice(ctx, variantId, { currency, amountMinor, compareAtMinor, taxIncluded, reason, from: ctx.now, until });
}

const isSame = (one: Row, two: Row): boolean =>
  one.amountMinor === two.amountMinor &&
  one.compareAtMinor === two.compareAtMinor &&
  one.taxIncluded === two.taxIncluded &&
  one.reason === two.reason;
