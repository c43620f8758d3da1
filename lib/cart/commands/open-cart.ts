import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { mostCartLines } from '../limits';
import { cartDigest } from '../token';

type Changing = Pick<Ctx<Raw>, 'actor' | 'now'> & { db: Raw };

/** Takes the guest's cart of a browser into its member's, once; without such a cart it changes nothing. */
export async function keepGuestCart({ db, actor, now }: Changing, { token }: { token: string }): Promise<void> {
  const [member, digest] = [memberId(actor), cartDigest(token)];
  if (!member) return;
  const [guest] = await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Cart" WHERE "tokenDigest" = ${digest}`;
  if (!guest) return;
  await db.$queryRaw`
    SELECT open_cart(${member}::uuid, ${digest}, ${uuid7(now)}::uuid, ${mostCartLines}::int, ${now}::timestamptz)::text AS cart`;
}

type Put = {
  /** A member, or the cart itself, of a guest. */
  owner: { memberId: string } | { cartId: string };
  lines: readonly { variantId: string; quantity: number }[];
  /** The code that the order was made with, if any: it comes back where no other was typed since. */
  code?: string | null;
};

/** Puts back into a cart what an order was to buy; of each variant the larger quantity. A guest's cart that is gone by now stays so. */
export async function putBack(ctx: Omit<Changing, 'actor'>, { owner, lines, code = null }: Put): Promise<void> {
  const { db, now } = ctx;
  const id = await cartOf(ctx, owner);
  if (id === null) return;
  await db.$executeRaw`
    INSERT INTO "CartLine" AS l ("cartId", "variantId", "quantity", "seenAt")
    SELECT ${id}::uuid, b."variantId", b."quantity", ${now}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS b("variantId" uuid, "quantity" int)
    LIMIT greatest(${mostCartLines}::int - (SELECT count(*) FROM "CartLine" m WHERE m."cartId" = ${id}::uuid), 0)
    ON CONFLICT ("cartId", "variantId") DO UPDATE SET "quantity" = greatest(l."quantity", EXCLUDED."quantity"), "seenAt" = EXCLUDED."seenAt"`;
  await db.$executeRaw`
    UPDATE "Cart" SET "version" = "version" + 1, "code" = coalesce("code", ${code}::text) WHERE "id" = ${id}::uuid`;
}

async function cartOf({ db, now }: Omit<Changing, 'actor'>, owner: Put['owner']): Promise<string | null> {
  const rows =
    'cartId' in owner
      ? await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Cart" WHERE "id" = ${owner.cartId}::uuid FOR UPDATE`
      : await db.$queryRaw<{ id: string }[]>`
          SELECT open_cart(${owner.memberId}::uuid, NULL, ${uuid7(now)}::uuid, ${mostCartLines}::int, ${now}::timestamptz) AS id`;
  return rows[0]?.id ?? null;
}
