/** Carts that become orders: how they are filled, how their form is read, who buys, and what came of it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { ask } from '@/scripts/lib/ask';
import { pause } from '@/scripts/lib/processes';
import { runForJson } from '@/scripts/lib/run-node';
import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import type { Bought, Buying, FullCart } from './store-buyers';

export type Ordered = Bought & { paidOrders: number; perSecond: number; seconds: number };

/** New members with a cart each, into which the cart's own function has put a piece of so many variants, in turn of those that are given. */
export async function fillCarts(
  databaseUrl: string,
  members: number,
  variantIds: string[],
  lines: number,
): Promise<FullCart[]> {
  const { makeFans } = await import('@/tests/support/drop-factories');
  const { mostCartLines, mostCartPieces } = await import('@/lib/cart/limits');
  const ids = (await makeFans(members)).map(({ id }) => id);
  for (let line = 0; line < lines; line += 1)
    await ask(
      databaseUrl,
      `SELECT count(*) FILTER (WHERE c.outcome = 'done') FROM unnest($1::uuid[]) WITH ORDINALITY AS m(id, place),
       LATERAL change_cart(m.id, NULL, gen_random_uuid(), ($2::uuid[])[1 + (m.place * $3::int + $4::int) % cardinality($2::uuid[])], true, 1, $5::int, $6::int, now()) c`,
      [ids, variantIds, lines, line, mostCartLines, mostCartPieces],
    );
  const rows = await ask(
    databaseUrl,
    `SELECT c."memberId", c."id" AS "cartId", c."version" FROM "Cart" c WHERE c."memberId" = ANY ($1::uuid[])
     AND (SELECT count(*) FROM "CartLine" l WHERE l."cartId" = c."id") = $2::int`,
    [ids, lines],
  );
  if (rows.length !== members) throw new Error(`${rows.length} of ${members} carts have ${lines} lines`);
  return rows as FullCart[];
}

/** The form of a cart's checkout as a browser without scripts gets it: where it is posted to, and what it holds unseen. */
export async function readForm(port: number, { memberId }: FullCart): Promise<Buying['form']> {
  const cookie = `${sessionCookie}=${await sealSession({ memberId, version: 1 })}`;
  const at = inLocale('en', paths.cartCheckout());
  const page = await (await fetch(`http://127.0.0.1:${port}${at}`, { headers: { cookie } })).text();
  const form = page
    .split('<form')
    .find((part) => part.includes('name="cartId"'))
    ?.split('</form>')[0];
  if (!form) throw new Error(`${at} has no form of a cart`);
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ]);
  return { path: at, hidden: Object.fromEntries(hidden) as Record<string, string> };
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Has the carts ordered and paid, so many at a time, and waits until the shop has acted on what the gateway told it. */
export async function buyAll(databaseUrl: string, buying: Omit<Buying, 'mostMs'>): Promise<Ordered> {
  const file = path.resolve(process.env.DATA_DIR ?? '.data', 'buying.json');
  writeFileSync(file, JSON.stringify({ ...buying, mostMs: 90_000 } satisfies Buying));
  const bought = await runForJson<Bought>('tests/bench/store-buyers.ts', [file]);
  const ids = buying.carts.map(({ cartId }) => cartId);
  for (let round = 0; ; round += 1) {
    const [row] = await ask(
      databaseUrl,
      `SELECT count(*)::int AS paid, extract(epoch FROM max("paidAt")) * 1000 AS last FROM "Order" WHERE "cartId" = ANY ($1::uuid[]) AND "state" = 'PAID'`,
      [ids],
    );
    const [paidOrders, last] = [Number(row?.paid), Number(row?.last)];
    const seconds = Number(Math.max(1e-3, (last - bought.startedAt) / 1000).toFixed(2));
    if (paidOrders >= bought.paid || round >= 300)
      return { ...bought, paidOrders, seconds, perSecond: Number((paidOrders / seconds).toFixed(1)) };
    await pause(100);
  }
}

/** Waits until no job is due: what is measured next is not what was bought before. */
export async function untilJobsDone(databaseUrl: string): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    const [row] = await ask(
      databaseUrl,
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE run_at <= now()',
    );
    if (row?.jobs === 0) return;
    await pause(100);
  }
}
