import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { DiscountHad } from '../discount-had';
import { emailKeyOf } from '../email-key';
import { holdToUse } from '../hold-discount';
import { provedEmail } from '../proved-email';

type Using = Pick<Ctx<Raw>, 'now'> & { db: Raw };
export type UsedBy = {
  orderId: string;
  memberId: string;
  /** Where a guest is written to; null for a member, whose proved address counts. */
  guestEmail: string | null;
  discounts: readonly Used[];
};
type Used = { id: string; version: number; mostUses: number | null; oncePerBuyer: boolean };

/**
 * Counts an order against the discounts that it gets, each as it was read: a discount that was changed or ended since is not given. One row decides:
 * the discount's, and indexes of those that their buyer gets once, by the member and by their mailbox. Refuses discount-gone where it was used up or
 * changed meanwhile, and discount-once, as a `DiscountHad`, where its buyer had it before.
 */
export async function useDiscounts(ctx: Using, { orderId, memberId, guestEmail, discounts }: UsedBy): Promise<void> {
  const { db, now } = ctx;
  const asksEmail = guestEmail === null && discounts.some(({ oncePerBuyer }) => oncePerBuyer);
  const emailKey = emailKeyOf(asksEmail ? await provedEmail(db, memberId) : guestEmail);
  // By their ids, so that two orders never wait for each other crosswise.
  for (const discount of discounts.toSorted((a, b) => a.id.localeCompare(b.id))) {
    if (!(await hold(ctx, discount))) throw new Refused('discount-gone', 'Used up or changed meanwhile');
    const { id, oncePerBuyer } = discount;
    // The indexes hold those who ask at once; what was had before it was given once stands in no index.
    const written = await db.$executeRaw`
      INSERT INTO "DiscountUse" ("id", "discountId", "orderId", "memberId", "once", "emailKey", "at")
      SELECT ${uuid7(now)}::uuid, ${id}::uuid, ${orderId}::uuid, ${memberId}::uuid, ${oncePerBuyer}::boolean, ${emailKey}::text, ${now}::timestamptz
      WHERE NOT (${oncePerBuyer}::boolean AND EXISTS (SELECT FROM "DiscountUse" u WHERE u."discountId" = ${id}::uuid AND u."freedAt" IS NULL
        AND (u."memberId" = ${memberId}::uuid OR u."emailKey" = ${emailKey}::text)))
      ON CONFLICT DO NOTHING`;
    if (written === 0) throw new DiscountHad(id);
  }
}

// Until the commit nobody changes what was held: a most that is set meanwhile counts this order too.
async function hold({ db }: Using, { id, version, mostUses }: Used): Promise<boolean> {
  if (mostUses !== null)
    return (
      (await db.$executeRaw`
        UPDATE "Discount" SET "used" = "used" + 1 WHERE "id" = ${id}::uuid AND "version" = ${version}::int AND "used" < "mostUses"`) >
      0
    );
  await holdToUse(db, id);
  // A second statement: it sees what staff changed while this waited.
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS held FROM "Discount" WHERE "id" = ${id}::uuid AND "version" = ${version}::int`;
  return rows.length > 0;
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
          SELECT 1 FROM "DiscountUse" o WHERE o."discountId" = u."discountId" AND (o."memberId" = u."memberId" OR o."emailKey" = u."emailKey")
            AND o."once" AND o."freedAt" IS NULL)
      WHERE u."orderId" = ${orderId}::uuid AND u."freedAt" IS NOT NULL RETURNING u."discountId")
    UPDATE "Discount" d SET "used" = d."used" + 1 FROM taken WHERE d."id" = taken."discountId" AND d."mostUses" IS NOT NULL`;
}
