import { db, pool } from '@/lib/core/db';
import { sealSession } from '@/lib/server/token';

import { makeDrop, makeFans, type MadeDrop } from './drop-factories';
import { address } from './addresses';

/** What came of one rush. */
export type Oversell = {
  units: number;
  buyers: number;
  granted: number;
  paidOrders: number;
  paidBuyers: number;
  unpaidOrders: number;
  remaining: number;
  serverErrors: number;
  statuses: Record<string, number>;
  seconds: number;
};

type Buyer = { cookie: string; base: string; forwarded: string };

/** Lets buyers claim, order and pay over HTTP, all at once, spread over the app processes, and counts what came of it. */
export async function sellOut(
  bases: string[],
  { units, buyers }: { units: number; buyers: number },
): Promise<Oversell> {
  const drop = await makeDrop({ units: [units] });
  const people = await makeBuyers(bases, buyers);
  const statuses: Record<string, number> = {};
  const began = Date.now();
  const claims = await Promise.all(people.map((buyer) => buyAll(buyer, drop, statuses)));
  await untilSettled(drop, claims.filter(Boolean).length);
  return {
    ...(await count(drop)),
    units,
    buyers,
    granted: claims.filter(Boolean).length,
    statuses,
    serverErrors: errorsIn(statuses),
    seconds: (Date.now() - began) / 1000,
  };
}

async function makeBuyers(bases: string[], count: number): Promise<Buyer[]> {
  const fans = await makeFans(count);
  return Promise.all(
    fans.map(async ({ id }, at) => ({
      cookie: `next-auth.session-token=${await sealSession({ memberId: id, version: 1 })}`,
      base: bases[at % bases.length]!,
      forwarded: `203.0.113.${at % 250}`,
    })),
  );
}

/** One buyer's whole way; true when a unit was granted. Each buyer claims, orders and pays twice, as the impatient do. */
async function buyAll(buyer: Buyer, drop: MadeDrop, statuses: Record<string, number>): Promise<boolean> {
  const send = (path: string, body: unknown) => post(buyer, path, body, statuses);
  const wish = { variantId: drop.variantIds[0], pass: (await send(`/api/drops/${drop.slug}/pass`, {}))?.pass };
  const [claimed] = await Promise.all([
    send(`/api/drops/${drop.slug}/claim`, wish),
    send(`/api/drops/${drop.slug}/claim`, wish),
  ]);
  if (!claimed?.claimId) return false;
  const order = { ...address, line1: `${claimed.claimId} Mill Lane`, claimId: claimed.claimId };
  const [placed] = await Promise.all([send('/api/checkout', order), send('/api/checkout', order)]);
  const pay = `${new URL(String(placed?.payUrl)).pathname}/pay`;
  const form = new URLSearchParams({ outcome: 'success' });
  await Promise.all([send(pay, form), send(pay, form)]);
  return true;
}

async function post(
  { cookie, base, forwarded }: Buyer,
  path: string,
  body: unknown,
  statuses: Record<string, number>,
): Promise<Record<string, string> | null> {
  const form = body instanceof URLSearchParams;
  const answer = await fetch(`${base}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: form ? body : JSON.stringify(body),
    headers: { cookie, 'x-forwarded-for': forwarded, ...(!form && { 'content-type': 'application/json' }) },
  });
  const what = `${path.split('/').at(-1)} ${answer.status}`;
  statuses[what] = (statuses[what] ?? 0) + 1;
  return form ? null : ((await answer.json().catch(() => null)) as Record<string, string> | null);
}

async function untilSettled({ id }: MadeDrop, wanted: number): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((rest) => setTimeout(rest, 100))) {
    if ((await db.order.count({ where: { dropId: id, state: 'PAID' } })) >= wanted) return;
  }
}

async function count({
  id,
}: MadeDrop): Promise<Pick<Oversell, 'paidOrders' | 'paidBuyers' | 'unpaidOrders' | 'remaining'>> {
  const { rows } = await pool.query<Pick<Oversell, 'paidOrders' | 'paidBuyers' | 'unpaidOrders' | 'remaining'>>(
    `SELECT count(*) FILTER (WHERE o."state" = 'PAID')::int AS "paidOrders", count(DISTINCT o."memberId") FILTER (WHERE o."state" = 'PAID')::int AS "paidBuyers",
       count(*) FILTER (WHERE o."state" <> 'PAID')::int AS "unpaidOrders",
       (SELECT sum(a."remaining")::int FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" WHERE w."dropId" = $1) AS remaining
     FROM "Order" o WHERE o."dropId" = $1`,
    [id],
  );
  return rows[0]!;
}

function errorsIn(statuses: Record<string, number>): number {
  return Object.entries(statuses).reduce(
    (sum, [what, times]) => sum + (Number(what.split(' ')[1]) >= 500 ? times : 0),
    0,
  );
}
