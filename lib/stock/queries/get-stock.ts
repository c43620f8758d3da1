import { standingVariant } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { anywherePattern } from '@/lib/core/like-pattern';
import { dropLink } from '@/lib/drops/published';
import { memberHandle } from '@/lib/members/published';

import { canReadStock } from '../policy';

export const movesPerPage = 30;

/** How a variant stands at each place, and its last movements; null where it is not counted, or may not be seen. */
export async function getStock({ db, actor }: Reading, { id }: { id: string }) {
  if (!canReadStock(actor) || !isUuid(id)) return null;
  const stocked = await db.stockedVariant.findUnique({
    where: { id },
    select: {
      ...{ id: true, open: true, inShop: true, lowAt: true, since: true },
      variant: { select: standingVariant },
    },
  });
  if (!stocked) return null;
  const accounts = await db.stockAccount.findMany({
    where: { variantId: id, locationId: { not: null }, units: { gt: 0 } },
    orderBy: { id: 'asc' },
    take: 1_000,
    select: { kind: true, units: true, locationId: true, drop: { select: dropLink } },
  });
  return { ...stocked, accounts };
}

export type StockOfVariant = NonNullable<Awaited<ReturnType<typeof getStock>>>;

/** Movements of a variant, the newest first, from the one behind a movement on. */
export async function listMoves(
  { db, actor }: Reading,
  { variantId, after }: { variantId: string; after?: { at: Date; id: string } },
) {
  if (!canReadStock(actor)) return { moves: [], more: false };
  const behind = after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] };
  const rows = await db.stockMove.findMany({
    where: { variantId, ...behind },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: movesPerPage + 1,
    select: {
      ...{ id: true, cause: true, units: true, note: true, at: true },
      from: { select: account },
      to: { select: account },
      actor: { select: memberHandle },
    },
  });
  return { moves: rows.slice(0, movesPerPage), more: rows.length > movesPerPage };
}

const account = { kind: true, location: { select: { name: true } }, drop: { select: dropLink } } as const;

export type StockMovement = Awaited<ReturnType<typeof listMoves>>['moves'][number];

/** Variants that units may be received of, few, by a part of a name or SKU; `counted` says whether any came before. */
export async function listReceivable({ db, actor }: Reading, { q }: { q: string }) {
  if (!canReadStock(actor)) return [];
  const part = anywherePattern(q.trim());
  return db.$queryRaw<Receivable[]>`
    SELECT v."id"::text, v."title", v."titleZh", p."title" AS "product", p."titleZh" AS "productZh", v."sku",
      EXISTS (SELECT 1 FROM "StockedVariant" s WHERE s."id" = v."id") AS "counted"
    FROM catalog.variant v JOIN catalog.product p ON p."id" = v."productId"
    WHERE v."retiredAt" IS NULL AND p."status" <> 'ARCHIVED'
      AND (p."title" ILIKE ${part} OR p."titleZh" ILIKE ${part} OR v."title" ILIKE ${part} OR v."titleZh" ILIKE ${part} OR v."sku" ILIKE ${part}
        OR v."barcode" ILIKE ${part})
    ORDER BY p."createdAt" DESC, v."position" LIMIT 50`;
}

type Receivable = Record<'id' | 'title' | 'titleZh' | 'product' | 'productZh', string> & {
  sku: string | null;
  counted: boolean;
};
