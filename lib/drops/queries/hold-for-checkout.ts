import { inInputOrder } from '@/lib/core/batching';
import { isUuid } from '@/lib/core/ids';
import { withAmounts } from '@/lib/core/money';
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
  /** Whether the price holds the tax; null where the tax rate says it. */
  taxIncluded: boolean | null;
  grams: number;
  /** Another buyer of the drop has had a unit sent to the address that was asked about. */
  addressUsed: boolean;
};

export type Asked = { claimId: string; address?: string };

/** Reads a claim and locks its row: other transactions that order, keep or free its unit wait until this one ends. */
export async function holdForCheckout(ctx: { db: Raw }, asked: Asked): Promise<HeldClaim | null> {
  if (!isUuid(asked.claimId)) return null;
  await ctx.db.$executeRaw`SELECT 1 FROM "Claim" WHERE "id" = ${asked.claimId}::uuid FOR NO KEY UPDATE`;
  return (await listForCheckout(ctx, [asked]))[0] ?? null;
}

/**
 * Claims as orders are made of them, in input order. With the words of an address it also says
 * whether the drop has sold a unit to that address; concurrent orders are checked again at the payment.
 */
export async function listForCheckout({ db }: { db: Raw }, asked: Asked[]): Promise<(HeldClaim | undefined)[]> {
  const digests = asked.map(({ address }) => (address === undefined ? null : limitDigest('ADDRESS', address)));
  const rows = await db.$queryRaw<(HeldClaim & { place: number })[]>`
    SELECT asked.place::int, c."id" AS "claimId", c."memberId", c."state", c."heldUntil", d."id" AS "dropId", d."cancelledAt" IS NOT NULL AS "dropCancelled", d."regions",
      v."id" AS "variantId", v."title" AS "variantTitle", p."title" AS "productTitle", pr."amountMinor" AS "priceMinor", pr."currency", pr."taxIncluded", v."grams",
      EXISTS (SELECT 1 FROM "LimitMark" m WHERE m."dropId" = c."dropId" AND m."kind" = 'ADDRESS' AND m."digest" = asked.digest AND m."claimId" <> c."id") AS "addressUsed"
    FROM unnest(${asked.map(({ claimId }) => claimId)}::uuid[], ${digests}::text[]) WITH ORDINALITY AS asked(claim, digest, place)
      JOIN "Claim" c ON c."id" = asked.claim JOIN "Drop" d ON d."id" = c."dropId" JOIN "Allotment" a ON a."id" = c."allotmentId" JOIN catalog.variant v ON v."id" = a."variantId"
      JOIN catalog.product p ON p."id" = v."productId" JOIN catalog.current_price pr ON pr."variantId" = v."id"`;
  return inInputOrder(withAmounts(rows), asked.length);
}
