import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { neutralBrand } from '@/lib/core/brand';
import { after, clock, hour, minute } from '@/lib/core/time';
import { getProduct } from '@/lib/catalog/queries';
import { getDrop } from '@/lib/drops/queries';
import { moveUnits, settleBatch } from '@/lib/drops/sql';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
import { makeCartOrder, makeShop } from '@/tests/support/cart-factories';
import { arrivals, holdBack, makeDrop, makeFans, type MadeDrop } from '@/tests/support/drop-factories';

import { dropJsonLd } from './drop';
import { productJsonLd } from './product';

type Offers = { offers: { availability: string }[] };
const words = ({ offers }: Offers) => offers.map(({ availability }) => availability.replace('https://schema.org/', ''));

async function availabilityOf(drop: MadeDrop): Promise<{ product: string[]; event: string[] }> {
  const now = reading(system);
  const product = (await getProduct(now, { handle: drop.slug }))!;
  const stage = await getProductStage(now, { productId: drop.productId });
  return {
    product: words(productJsonLd({ product, stage }, 'en', neutralBrand) as Offers),
    event: words(dropJsonLd((await getDrop(now, { slug: drop.slug }))!, 'en', neutralBrand) as Offers),
  };
}

const open = () => ({ opensAt: after(clock(), -minute), closesAt: after(clock(), hour) });
const [never, limited] = ['OutOfStock', 'LimitedAvailability'];

describe('what search engines read of stock', () => {
  it('is in stock where the shop has some, and sold out where it has none, without a drop', async () => {
    const { variantIds } = await makeShop(2, 1);
    await makeCartOrder([[variantIds[1]!, 1]]);
    const { product: of } = await db.variant.findUniqueOrThrow({
      where: { id: variantIds[0]! },
      select: { product: { select: { id: true, handle: true } } },
    });
    const now = reading(system);
    const product = (await getProduct(now, { handle: of.handle }))!;
    const stage = await getProductStage(now, { productId: of.id });
    expect(words(productJsonLd({ product, stage }, 'en', neutralBrand) as Offers)).toEqual(['InStock', never]);
  });

  it('is of each variant by itself, while a drop is open', async () => {
    const drop = await makeDrop({ units: [2, 1], ...open() });
    await db.variant.create({
      data: {
        productId: drop.productId,
        position: 9,
        title: 'Never offered',
        currency: 'USD',
        prices: { create: { currency: 'USD', amountMinor: 1, from: new Date(0) } },
      },
    });
    const [fan] = await makeFans(1);
    await settleBatch(drop.allotmentIds[1]!, arrivals(fan!), clock());
    expect(await availabilityOf(drop)).toEqual({ product: [limited, never, never], event: ['InStock', 'SoldOut'] });
  });

  it('is none of a drop that is over, to come, paused or called off, whatever is left', async () => {
    const over = await makeDrop({ units: [3], opensAt: after(clock(), -hour), closesAt: after(clock(), -minute) });
    const ahead = await makeDrop({ units: [3], opensAt: after(clock(), minute), closesAt: after(clock(), hour) });
    const paused = await makeDrop({ units: [3], ...open() });
    await db.wave.update({ where: { id: paused.waveId }, data: { pausedAt: clock() } });
    const off = await makeDrop({ units: [3], ...open() });
    await db.drop.update({ where: { id: off.id }, data: { cancelledAt: clock() } });
    expect(await Promise.all([over, ahead, paused, off].map(availabilityOf))).toEqual([
      { product: [never], event: ['SoldOut'] },
      { product: [never], event: ['PreOrder'] },
      { product: [never], event: ['OutOfStock'] },
      { product: [never], event: ['SoldOut'] },
    ]);
  });

  it('is there at the very time to enter: a fair opening, and a draw', async () => {
    for (const rule of [{ mode: 'DRAW' as const }, { fairSeconds: 600 }]) {
      expect(await availabilityOf(await makeDrop({ units: [1], ...rule, ...open() }))).toEqual({
        product: [limited],
        event: ['InStock'],
      });
    }
  });

  it('counts no unit that is kept for F-codes or staff', async () => {
    const drop = await makeDrop({ units: [0], ...open() });
    await holdBack(drop, 5);
    const { id } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'STAFF', units: 2, remaining: 0 },
      select: { id: true },
    });
    await moveUnits(db, { allotmentId: id, kind: 'OFFERED', delta: 2, claimIds: [null], at: clock() });
    expect(await availabilityOf(drop)).toEqual({ product: [never], event: ['SoldOut'] });
  });

  it('has a brand and a description of whole characters', async () => {
    const drop = await makeDrop(open());
    const html = `<p>${'a'.repeat(499)}🍂🍂</p>`;
    await db.product.update({ where: { id: drop.productId }, data: { vendor: ' ', html } });
    const product = (await getProduct(reading(system), { handle: drop.slug }))!;
    const json = productJsonLd(
      { product, stage: await getProductStage(reading(system), { productId: drop.productId }) },
      'en',
      neutralBrand,
    ) as { description: string; brand: { name: string } };
    expect(json.description).toBe(`${'a'.repeat(499)}🍂`);
    expect(json.brand.name).not.toBe('');
    expect(json.brand.name.trim()).toBe(json.brand.name);
  });
});
