import { isUuid } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { limitDigest } from '../limit-digest';

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
  /** Another buyer of the drop has had a unit sent to the address that was asked about. */
  addressUsed: boolean;
};

/**
 * Reads a claim and makes whoever would order, keep or free its unit wait until the transaction ends. With the words of an
 * address it also tells whether the drop has sold a unit to that one; who comes at the same moment is seen at the payment.
 */
export async function holdForCheckout({ db }: { db: Raw }, { claimId, address }: { claimId: string; address?: string }): Promise<HeldClaim | null> {
  if (!isUuid(claimId)) return null;
  const digest = address === undefined ? null : limitDigest('ADDRESS', address);
  const [row] = await db.$queryRaw<HeldClaim[]>`
    SELECT c."id" AS "claimId", c."memberId", c."state", c."heldUntil", d."id" AS "dropId", d."cancelledAt" IS NOT NULL AS "dropCancelled", d."regions",
      v."id" AS "variantId", v."title" AS "variantTitle", p."title" AS "productTitle", v."priceMinor", v."currency",
      EXISTS (SELECT 1 FROM "LimitMark" m WHERE m."dropId" = c."dropId" AND m."kind" = 'ADDRESS' AND m."digest" = ${digest} AND m."claimId" <> c."id") AS "addressUsed"
    FROM "Claim" c JOIN "Drop" d ON d."id" = c."dropId" JOIN "Allotment" a ON a."id" = c."allotmentId" JOIN "Variant" v ON v."id" = a."variantId"
      JOIN "Product" p ON p."id" = v."productId"
    WHERE c."id" = ${claimId}::uuid FOR NO KEY UPDATE OF c`;
  return row ?? null;
}
