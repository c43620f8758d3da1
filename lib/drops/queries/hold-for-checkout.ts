import { isUuid } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

/** A claim as an order is made of it. Whose it is, the caller checks by memberId. */
export type HeldClaim = {
  claimId: string;
  memberId: string;
  state: string;
  heldUntil: Date;
  dropId: string;
  dropCancelled: boolean;
  regions: string[];
  variantId: string;
  variantTitle: string;
  productTitle: string;
  priceMinor: number;
  currency: string;
};

/** Reads a claim and makes whoever would order, keep or free its unit wait until the transaction ends. */
export async function holdForCheckout({ db }: { db: Raw }, { claimId }: { claimId: string }): Promise<HeldClaim | null> {
  if (!isUuid(claimId)) return null;
  const [row] = await db.$queryRaw<HeldClaim[]>`
    SELECT c."id" AS "claimId", c."memberId", c."state", c."heldUntil", d."id" AS "dropId", d."cancelledAt" IS NOT NULL AS "dropCancelled", d."regions",
      v."id" AS "variantId", v."title" AS "variantTitle", p."title" AS "productTitle", v."priceMinor", v."currency"
    FROM "Claim" c JOIN "Drop" d ON d."id" = c."dropId" JOIN "Allotment" a ON a."id" = c."allotmentId" JOIN "Variant" v ON v."id" = a."variantId"
      JOIN "Product" p ON p."id" = v."productId"
    WHERE c."id" = ${claimId}::uuid FOR NO KEY UPDATE OF c`;
  return row ?? null;
}
