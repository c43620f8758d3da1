import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';

import { ownedNow } from '../published';
import { welcomeTo } from './register-owner';

export type Passing = { unitId: string; fromId: string; toId: string };

/**
 * Passes a unit that the caller holds from its owner to another: one span ends and the next begins at the same moment, by one statement. Answers the new
 * ownership; null where its owner is not who was thought. The new owner is welcomed, and asked what every new owner is asked.
 */
export async function passOwnership(ctx: Ctx, { unitId, fromId, toId }: Passing): Promise<string | null> {
  const { db, now } = ctx;
  const owned = await db.ownership.findFirst({
    where: { unitId, memberId: fromId, ...ownedNow },
    select: { id: true },
  });
  if (!owned) return null;
  const [begun] = await db.$queryRaw<{ id: string; productId: string }[]>`
    WITH ended AS (
      UPDATE "Ownership" SET "endedAt" = greatest("registeredAt", ${now}::timestamptz)
      WHERE "id" = ${owned.id}::uuid
      RETURNING "unitId", "productId", "variantId", "endedAt")
    INSERT INTO "Ownership" ("id", "unitId", "memberId", "productId", "variantId", "registeredAt")
    SELECT ${uuid7(now)}::uuid, e."unitId", ${toId}::uuid, e."productId", e."variantId", e."endedAt" FROM ended e
    RETURNING "id"::text AS id, "productId"::text AS "productId"`;
  if (!begun) return null;
  await welcomeTo(ctx, { ownershipId: begun.id, productId: begun.productId });
  return begun.id;
}
