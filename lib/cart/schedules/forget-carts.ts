import { db } from '@/lib/core/db';
import { after, second } from '@/lib/core/time';

import { cartSeconds } from '../token';

/** Removes guests' carts that their browsers have forgotten by now, a thousand at a time; answers how many. */
export async function forgetCarts(now: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Cart" WHERE "id" IN (
      SELECT "id" FROM "Cart" WHERE "memberId" IS NULL AND "updatedAt" < ${after(now, -cartSeconds * second)}::timestamptz
      ORDER BY "updatedAt" LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}
