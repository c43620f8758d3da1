import { inTransaction, transact } from '@/lib/core/context';
import { takeForDrop } from '@/lib/flows/stock/supply-drop';
import {
  countUnits,
  receiveTransfer,
  receiveUnits,
  saveLocation,
  sendUnits,
  setShop,
  writeOff,
} from '@/lib/stock/commands';

import { dropSlugs } from './drops';
import type { World } from './world';

/** What came from the maker, by product and variant. */
const delivered: Record<string, Record<string, number>> = {
  'foxtail-air': { Ink: 46, Oat: 38, Copper: 6 },
  'foxtail-clip': { Ink: 90, Moss: 60 },
  'foxtail-hearth': { Ink: 9, Oat: 7 },
};

/** The demo's warehouse and studio, what came there and what became of it. The clips of the next drop are set aside. */
export async function seedStock(world: World): Promise<void> {
  const ops = world.cast.ops!;
  const save = async (name: string, address: string, position: number, sells: boolean) =>
    (await transact(saveLocation)(ops, { name, address, position, sells, shown: 0 }, { now: world.ago(120) })).id;
  const warehouse = await save('Kwai Chung warehouse', 'Block C, 71 Tai Lin Pai Road, Hong Kong', 0, true);
  const studio = await save('Studio Hamburg', 'Große Elbstraße 12, Hamburg', 1, true);
  await save('Returns bench', '', 2, false);
  const variants = receivedVariants(world);
  for (const [at, { variantId, units }] of variants.entries()) {
    const note = `PO-26-0${31 + at}`;
    await transact(receiveUnits)(ops, { variantId, locationId: warehouse, units, note }, { now: world.ago(9, at) });
  }
  const [air, oat] = variants.map(({ variantId }) => variantId) as [string, string];
  const times = { sent: { now: world.ago(6) }, came: { now: world.ago(2) }, now: { now: world.ago(1) } };
  const sent = await transact(sendUnits)(
    ops,
    { variantId: air, fromId: warehouse, toId: studio, units: 12, note: 'For the open studio' },
    times.sent,
  );
  await transact(receiveTransfer)(ops, { ...sent, arrived: 8, missing: 0, shown: 12 }, times.came);
  await transact(writeOff)(
    ops,
    { variantId: oat, locationId: warehouse, units: 2, what: 'damaged', reason: 'A carton fell off the lift' },
    times.came,
  );
  await transact(countUnits)(
    ops,
    { variantId: oat, locationId: warehouse, counted: 35, shown: 36, note: 'Monthly count' },
    times.now,
  );
  for (const variantId of [air, oat]) await transact(setShop)(ops, { variantId, inShop: true, lowAt: 10 }, times.now);
  for (const { variantId } of variants.slice(2)) await transact(setShop)(ops, { variantId, inShop: false, lowAt: 10 });
  const clips = world.drops[dropSlugs.clip]!.id;
  await inTransaction(ops, (ctx) => takeForDrop(ctx, { dropId: clips, isNew: true }), { now: world.now });
}

function receivedVariants({ products }: World): { variantId: string; units: number }[] {
  return Object.entries(delivered).flatMap(([handle, units]) =>
    Object.entries(products[handle]?.variants ?? {}).flatMap(([title, variantId]) =>
      units[title] ? [{ variantId, units: units[title] }] : [],
    ),
  );
}
