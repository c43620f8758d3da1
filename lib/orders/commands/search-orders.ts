import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { asEmail } from '@/lib/core/email';
import { allow } from '@/lib/core/errors';
import { mostFound } from '@/lib/core/list';
import { foundIn, type Found } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';
import { asCrockford } from '@/lib/core/typed';

import { canReadOrders } from '../policy';

// Words that stand in more orders than this are looked for among the newest ones alone: so much is read in some 50 ms.
const newest = 10_000;

/**
 * Finds orders for staff by number, recipient, address, telephone or tracking number, by the buyer's handle or whole e-mail
 * address. That it finds some tells who has bought, so it stands in the audit log as reading an order does; the words do not.
 */
export async function searchOrders(ctx: Ctx, { q }: { q: string }): Promise<Found> {
  allow(canReadOrders(ctx.actor), 'not-found');
  const isAddress = /.@./.test(q);
  const found = isAddress ? await byEmail(ctx, q) : ((await byNumber(ctx, q)) ?? (await byWords(ctx, q)));
  const [one, ...others] = found.ids;
  if (one && !(await isNumber(ctx, q, found)))
    await audit(ctx, {
      act: isAddress ? 'order.findByEmail' : 'order.search',
      subject: others.length > 0 ? ['search', 'orders'] : ['order', one],
      detail: { orders: found.ids.length },
    });
  return found;
}

async function byEmail({ db }: Ctx, q: string): Promise<Found> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT o."id"::text FROM "Order" o WHERE o."memberId" = (SELECT m."id" FROM members.mailbox m WHERE m."email" = ${asEmail(q)}) OR o."guestEmail" = ${asEmail(q)}
    ORDER BY o."createdAt" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}

// A telephone or tracking number with gaps stands in an order without them as well: asked for so, its short parts, which stand in
// nearly every order, need not be read. Null where the text is no such number, or none is found.
async function byNumber(ctx: Ctx, q: string): Promise<Found | null> {
  const digits = q.replaceAll(/\D/g, '');
  if (digits.length < 7 || digits === q || !/^\+?[\d\s()./-]+$/.test(q.trim())) return null;
  const found = await byWords(ctx, digits);
  return found.ids.length > 0 ? found : null;
}

async function byWords({ db }: Ctx, q: string): Promise<Found> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    (SELECT w."orderId"::text AS "id" FROM "OrderWords" w WHERE array_to_tsvector(w."words") @@ search_query(${q}) LIMIT ${mostFound + 1})
    UNION (SELECT o."id"::text FROM "Order" o WHERE o."number" = ${asCrockford(q)})
    UNION (SELECT o."id"::text FROM "Order" o WHERE o."memberId" = (SELECT p."id" FROM members.person p WHERE p."handle" = ${handleIn(q)})
      ORDER BY o."createdAt" DESC LIMIT ${mostFound})`);
  if (rows.length <= mostFound) return foundIn(rows);
  const latest = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT n."orderId"::text AS "id" FROM (SELECT "orderId", "words" FROM "OrderWords" ORDER BY "createdAt" DESC, "orderId" DESC LIMIT ${newest}) n
    WHERE array_to_tsvector(n."words") @@ search_query(${q}) LIMIT ${mostFound}`);
  return { ids: latest.map(({ id }) => id), cut: true };
}

const handleIn = (q: string) => q.trim().toLowerCase().replace(/^@/, '');

// To find an order by its whole number tells nothing of a person.
async function isNumber({ db }: Ctx, q: string, { ids }: Found): Promise<boolean> {
  if (ids.length !== 1) return false;
  const order = await db.order.findUnique({ where: { number: asCrockford(q) }, select: { id: true } });
  return order?.id === ids[0];
}
