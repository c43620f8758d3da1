import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { plainAmount } from '@/lib/core/money';
import { takeTurns } from '@/lib/core/take-turns';
import { notOver } from '@/lib/core/time';

import { mostPlanned, regularAt } from '../choices/price-story';
import { canEditProducts } from '../policy';
import { pricesOf } from '../published';
import { pricesInput, type PricesInput } from '../schema';
import { putPrice } from './put-price';

/**
 * Sets what variants of one product cost in a currency from a moment (now unless given) until another, or until further notice: an amount for all, or so
 * many percent below the regular price of each. After `until` the price goes on that held before; a price of the past is never changed, so the history
 * stays. A phase (any reason but REGULAR) costs less than the regular price, which stands beside it. Refuses price-in-past, price-ends-early,
 * price-no-reduction, price-not-known where a share is to be taken off a price that is not there, price-too-many (most), and price-in-drop.
 */
export async function setPrices(ctx: Ctx, input: PricesInput): Promise<void> {
  allow(canEditProducts(ctx.actor));
  const { variantIds, from: wished, ...price } = pricesInput.parse(input);
  if (wished && wished < ctx.now) throw new Refused('price-in-past', 'It would begin in the past', { field: 'from' });
  const from = wished ?? ctx.now;
  if (price.until && price.until <= from)
    throw new Refused('price-ends-early', 'It would end before it begins', { field: 'until' });
  const { productId, handle, title } = await productOf(ctx, variantIds);
  await takeTurns(ctx.db, pricesOf(productId));
  // In one order, so that two who set prices of the same variants wait for each other.
  for (const variantId of variantIds.toSorted()) await setOne(ctx, variantId, { ...price, from });
  const { amountMinor, percentOff, currency, reason, until } = price;
  const said = amountMinor === null ? `−${percentOff} %` : `${plainAmount(amountMinor, currency)} ${currency}`;
  const detail = { title, price: said, reason, from: from.toISOString(), ...(until && { until: until.toISOString() }) };
  await audit(ctx, { act: until ? 'product.planPrice' : 'product.price', subject: ['product', productId], detail });
  ctx.touch('products', `product:${handle}`, 'home', 'drops');
}

// The product that all of the variants are of.
async function productOf({ db }: Ctx, variantIds: string[]) {
  const variants = await db.variant.findMany({
    where: { id: { in: variantIds } },
    select: { title: true, productId: true, product: { select: { handle: true, title: true } } },
  });
  const [first] = variants;
  const all = variants.length === variantIds.length && variants.every((each) => each.productId === first?.productId);
  const { productId, product, title } = found(all ? first : undefined);
  const of = variants.length === 1 ? `${product.title} · ${title}` : product.title;
  return { productId, handle: product.handle, title: of };
}

type One = Omit<ReturnType<typeof pricesInput.parse>, 'variantIds' | 'from'> & { from: Date };

async function setOne(ctx: Ctx, variantId: string, { amountMinor, percentOff, ...price }: One): Promise<void> {
  const { currency, reason, from } = price;
  const ahead = await ctx.db.price.findMany({ where: { variantId, currency, ...notOver(ctx.now) } });
  if (ahead.length >= mostPlanned)
    throw new Refused('price-too-many', 'Too much is planned already', { values: { most: mostPlanned } });
  const regular = regularAt(ahead, from);
  if (percentOff !== null && !regular) throw new Refused('price-not-known', 'It has no price', { field: 'percentOff' });
  const wanted = amountMinor ?? Math.round((regular!.amountMinor * (100 - percentOff!)) / 100);
  const field = amountMinor === null ? 'percentOff' : 'amount';
  const isPhase = reason !== 'REGULAR';
  if (isPhase && regular && wanted >= regular.amountMinor)
    throw new Refused('price-no-reduction', 'It costs no less than usual', { field });
  const beside = isPhase ? { compareAtMinor: regular?.amountMinor ?? null } : {};
  await putPrice(ctx, variantId, {
    ...price,
    taxIncluded: price.taxIncluded ?? regular?.taxIncluded ?? null,
    amountMinor: wanted,
    ...beside,
  });
}
