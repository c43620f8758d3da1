/** The cases of `npm run bench:store` that write: carts, their orders, a rush for what is short, and an import. */
import type { Filled, Filling } from '@/tests/bench/store-carts';
import { importSheet, writeSheet } from '@/tests/bench/store-import';
import { scarceVariant, someVariants } from '@/tests/bench/store-rows';
import { makeBuyers, startBare } from '@/tests/bench/stage';

import { ask } from './ask';
import { median, writeLine } from './bench-line';
import { bench, verdict, type Shop, type Verdict } from './bench-store-shop';
import { runForJson } from './run-node';

const sliceMs = 500;
/** How many variants are bought, but for what is short. */
const sold = 200;

/** Pieces that are put into carts, by guests and by members. */
export async function cart(shop: Shop): Promise<Verdict> {
  const variantIds = await someVariants(sold);
  const [bare] = await startBare(1);
  const all: Verdict = { wrong: [], missed: [] };
  for (const who of ['guests', 'members'] as const) {
    const before = await piecesIn(shop.databaseUrl);
    const membersFile = who === 'members' ? await makeBuyers(20_000) : null;
    const filled = await runForJson<Filled>('tests/bench/store-carts.ts', [
      JSON.stringify({
        ports: { app: shop.ports[0]!, bare: bare!.port },
        ...{ variantIds, membersFile, connections: shop.connections, sliceMs },
        slices: Math.ceil((shop.seconds * 1000) / sliceMs),
      } satisfies Filling),
    ]);
    const lost = filled.added - ((await piecesIn(shop.databaseUrl)) - before);
    const errors = errorsIn(filled.statuses, [200]);
    const perSecond = median(filled.app);
    writeLine({
      ...{ bench, case: `add to cart, ${who}`, perSecond, p50Ms: filled.p50Ms, p99Ms: filled.p99Ms },
      ratio: Number(median(filled.app.map((rate, at) => rate / filled.bare[at]!)).toFixed(3)),
      barePerSecond: median(filled.bare),
      ...{ lost, errors, statuses: filled.statuses, connections: shop.connections },
    });
    all.wrong.push(
      ...verdict([lost !== 0 && `${lost} pieces of ${who} lost`, errors > 0 && `${errors} refused to ${who}`], [])
        .wrong,
    );
    if (perSecond < 1_000) all.missed.push(`add to cart, ${who}: ${perSecond} a second, 1,000 wanted`);
    if (filled.p99Ms > 200) all.missed.push(`add to cart, ${who}: p99 ${filled.p99Ms} ms, 200 wanted`);
  }
  bare!.process.kill('SIGKILL');
  return all;
}

/** Carts of two lines that are ordered and paid, after some that are not counted. */
export async function orders(shop: Shop): Promise<Verdict> {
  const { buyAll, fillCarts, readForm, untilJobsDone } = await import('@/tests/bench/store-orders');
  const variantIds = await someVariants(sold);
  const buy = async (members: number) => {
    const carts = await fillCarts(shop.databaseUrl, members, variantIds, 2);
    const form = await readForm(shop.ports[0]!, carts[0]!);
    return buyAll(shop.databaseUrl, {
      port: shop.ports[0]!,
      carts,
      form,
      scripts: shop.plain === 0,
      atOnce: shop.connections,
    });
  };
  await buy(Math.min(200, shop.orders));
  await untilJobsDone(shop.databaseUrl);
  const { perSecond, paidOrders, seconds, p50Ms, p99Ms, statuses, errors } = await buy(shop.orders);
  writeLine({
    ...{ bench, case: 'cart orders of two lines', perSecond, p50Ms, p99Ms, ratio: null },
    ...{ orders: paidOrders, of: shop.orders, seconds, atOnce: shop.connections, errors, statuses },
  });
  return verdict(
    [
      errors > 0 && `${errors} orders ended in an error`,
      paidOrders < shop.orders && `${paidOrders} of ${shop.orders} orders paid`,
    ],
    [perSecond < 100 && `cart orders: ${perSecond} a second, 100 wanted`],
  );
}

/** All at once for what is short, then the proof of the ledger of stock. */
export async function rush(shop: Shop): Promise<Verdict> {
  const { buyAll, fillCarts, readForm } = await import('@/tests/bench/store-orders');
  const variantId = await scarceVariant(shop.units);
  const carts = await fillCarts(shop.databaseUrl, shop.buyers, [variantId], 1);
  const form = await readForm(shop.ports[0]!, carts[0]!);
  const bought = await buyAll(shop.databaseUrl, {
    ...{ port: shop.ports[0]!, carts, form, scripts: shop.plain === 0, atOnce: shop.buyers },
  });
  const [row] = await ask(
    shop.databaseUrl,
    `SELECT coalesce(sum("units"), 0)::int AS taken, coalesce(sum("units") FILTER (WHERE "state" = 'SOLD'), 0)::int AS sold
     FROM "StockHold" WHERE "variantId" = $1 AND "state" <> 'RELEASED'`,
    [variantId],
  );
  const wanted = Math.min(shop.units, shop.buyers);
  const oversold = Math.max(0, Math.max(Number(row?.taken), bought.paidOrders) - shop.units);
  const faults = await faultsOfStock();
  const { perSecond, paidOrders, p50Ms, p99Ms, statuses, errors, seconds } = bought;
  writeLine({
    ...{ bench, case: `${shop.buyers} buyers for ${shop.units} units`, perSecond, p50Ms, p99Ms, ratio: null },
    ...{ sold: Number(row?.sold), orders: paidOrders, oversold, faultsOfStock: faults, errors, seconds, statuses },
  });
  return verdict(
    [
      Number(row?.sold) !== wanted && `${String(row?.sold)} of ${wanted} units sold`,
      oversold > 0 && `${oversold} oversold`,
      errors > 0 && `${errors} buyers met an error`,
      faults > 0 && `${faults} faults of stock`,
    ],
    [],
  );
}

/** A small sheet, then a large one: what the large one needs more of memory shows whether it is bounded. Neither is waited for without end. */
export async function importing(shop: Shop): Promise<Verdict> {
  const few = await importSheet(await writeSheet('bench-few', Math.ceil(shop.rows / 10)));
  if (few.late) return verdict([], [`import: not even a tenth of ${shop.rows} rows in ${few.seconds} s`]);
  const many = await importSheet(await writeSheet('bench-many', shop.rows));
  const [row] = await ask(
    shop.databaseUrl,
    `SELECT count(*)::int AS rows FROM "Variant" WHERE "sku" LIKE 'bench-many-%'`,
  );
  const [rows, { seconds, late, status }] = [Number(row?.rows), many];
  writeLine({
    ...{ bench, case: 'import of products', perSecond: Math.round(rows / seconds), p50Ms: null, p99Ms: null },
    ratio: Number((many.memoryMostMb / few.memoryMostMb).toFixed(2)),
    ...{ rows, of: shop.rows, seconds, memoryMostMb: many.memoryMostMb, memoryOfTenthMb: few.memoryMostMb },
  });
  return verdict(
    [
      !late && rows !== shop.rows && `${rows} of ${shop.rows} rows imported`,
      !late && status !== 0 && `the import ended with ${status}`,
    ],
    [rows / seconds < 40_000 / 60 && `import: ${rows} rows in ${seconds} s, 40,000 in 60 wanted`],
  );
}

async function faultsOfStock(): Promise<number> {
  const [{ inTransaction }, { system }, { proveStock }] = await Promise.all([
    import('@/lib/core/context'),
    import('@/lib/core/actor'),
    import('@/lib/stock/prove-stock'),
  ]);
  return (await inTransaction(system, proveStock)).length;
}

async function piecesIn(databaseUrl: string): Promise<number> {
  const [row] = await ask(databaseUrl, 'SELECT coalesce(sum("quantity"), 0)::int AS pieces FROM "CartLine"');
  return Number(row?.pieces);
}

function errorsIn(statuses: Record<string, number>, good: number[]): number {
  return Object.entries(statuses).reduce(
    (sum, [status, count]) => (good.includes(Number(status)) ? sum : sum + count),
    0,
  );
}
