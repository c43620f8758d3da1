import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

type Using = Pick<Ctx<Raw>, 'now'> & { db: Raw };
export type UsedBy = {
  orderId: string;
  memberId: string;
  discounts: readonly { id: string; mostUses: number | null; oncePerBuyer: boolean }[];
};

/**
 * Counts an order against the discounts that it gets. One row decides: the discount's, where it has a most, and an index of those that their buyer gets
 * once. Refuses discount-gone where it was used up meanwhile, and discount-once where its buyer had it before.
 */
export async function useDiscounts({ db, now }: Using, { orderId, memberId, discounts }: UsedBy): Promise<void> {
  // By their ids, so that two orders never wait for each other crosswise.
  for (const { id, mostUses, oncePerBuyer } of discounts.toSorted((a, b) => a.id.localeCompare(b.id))) {
    if (mostUses !== null) {
      const counted = await db.$executeRaw`
        UPDATE "Discount" SET "used" = "used" + 1 WHERE "id" = ${id}::uuid AND ("mostUses" IS NULL OR "used" < "mostUses")`;
      if (counted === 0) throw new Refused('discount-gone', 'Used up meanwhile');
    }
    const written = await db.$executeRaw`
      INSERT INTO "DiscountUse" ("id", "discountId", "orderId", "memberId", "once", "at")
      VALUES (${uuid7(now)}::uuid, ${id}::uuid, ${orderId}::uuid, ${memberId}::uuid, ${oncePerBuyer}::boolean, ${now}::timestamptz)
      ON CONFLICT DO NOTHING`;
    if (written === 0) throw new Refused('discount-once', 'Its buyer had it before');
  }
}

/** Gives back what an order counted against its discounts: it was never paid. */
export async function freeDiscounts({ db, now }: Using, { orderId }: { orderId: string }): Promise<void> {
  await db.$executeRaw`
    WITH freed AS (
      UPDATE "DiscountUse" SET "freedAt" = ${now}::timestamptz WHERE "orderId" = ${orderId}::uuid AND "freedAt" IS NULL RETURNING "discountId")
    UPDATE "Discount" d SET "used" = d."used" - 1 FROM freed WHERE d."id" = freed."discountId" AND d."used" > 0`;
}

/** Counts an order again whose money came late and was taken: it keeps its price, also where the discount is used up by now. */
export async function retakeDiscounts({ db }: Using, { orderId }: { orderId: string }): Promise<void> {
  await db.$executeRaw`
    WITH taken AS (
      UPDATE "DiscountUse" u SET "freedAt" = NULL, "once" = u."once" AND NOT EXISTS (
          SELECT 1 FROM "DiscountUse" o WHERE o."discountId" = u."discountId" AND o."memberId" = u."memberId" AND o."once" AND o."freedAt" IS NULL)
      WHERE u."orderId" = ${orderId}::uuid AND u."freedAt" IS NOT NULL RETURNING u."discountId")
    UPDATE "Discount" d SET "used" = d."used" + 1 FROM taken WHERE d."id" = taken."discountId" AND d."mostUses" IS NOT NULL`;
}
