import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';

import { cartDigest } from '../token';

type Own = Pick<Ctx<Raw>, 'actor' | 'now'> & { db: Raw };

/** Keeps the code of a discount in the actor's cart, that of a browser's token for a guest, or takes it away; refuses not-found where there is none. */
export const setCode = (own: Own, { token, code }: { token: string | null; code: string | null }): Promise<void> =>
  setInCart(own, token, Prisma.sql`"code" = ${code}::text`);

/** Keeps a gift card, whose code its caller was given, in the same cart, or takes it away; refuses not-found where there is none. */
export const setCard = (own: Own, { token, cardId }: { token: string | null; cardId: string | null }): Promise<void> =>
  setInCart(own, token, Prisma.sql`"cardId" = ${cardId}::uuid`);

async function setInCart({ db, actor, now }: Own, token: string | null, change: Prisma.Sql): Promise<void> {
  const [member, digest] = [memberId(actor), token === null ? null : cartDigest(token)];
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE "Cart" SET ${change}, "version" = "version" + 1, "updatedAt" = ${now}::timestamptz
    WHERE CASE WHEN ${member}::uuid IS NULL THEN "tokenDigest" = ${digest}::text ELSE "memberId" = ${member}::uuid END RETURNING 1 AS done`;
  found(rows[0], 'cart');
}
