import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { firstMarket } from '@/lib/core/market';
import { demoMarket } from '@/prisma/seed/market-data';

/** Where the orders of tests are sent, and under which terms: those of the demo brand, as their first version. */
export async function makeMarket(): Promise<void> {
  const at = clock();
  await db.market.createMany({ data: [{ number: firstMarket, createdAt: at }], skipDuplicates: true });
  const row = { market: firstMarket, version: 1, data: demoMarket, at };
  await db.marketVersion.createMany({ data: [row], skipDuplicates: true });
}

/** What an order of tests keeps of it. */
export const soldHere = {
  market: firstMarket,
  marketVersion: 1,
  terms: { tax: { name: 'VAT', ppm: 0, included: true }, shipping: { zone: { en: 'Europe', zh: '' }, days: null } },
};
