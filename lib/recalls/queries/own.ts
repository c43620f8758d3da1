import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { orderNumber } from '@/lib/orders/published';
import { serialOf } from '@/lib/units/published';

import { recallKeys } from '../link-key';
import { mending } from '../policy';

/** Units of recalls that are dangerous still: not put right, or not by being mended. */
export const dangerous = {
  NOT: { state: 'REMEDIED', remedy: { in: [...mending] } },
} as const satisfies Prisma.RecallUnitWhereInput;

// What a closed recall left undone is as dangerous as before; only a withdrawn one never was.
const keepsBack = { ...dangerous, recall: { state: { in: ['OPEN', 'CLOSED'] } } } satisfies Prisma.RecallUnitWhereInput;

const named = { slug: true, title: true, titleZh: true } as const satisfies Prisma.RecallSelect;

/**
 * The open recalls that mean a unit and did not mend it, for everybody who may see the unit: nothing of its owner. Who owns it has the key of their link,
 * once they were sent it.
 */
export async function listOpenOfUnit({ db, actor }: Pick<Reading, 'db' | 'actor'>, { unitId }: { unitId: string }) {
  const own = memberId(actor);
  const rows = await db.recallUnit.findMany({
    where: { unitId, ...dangerous, recall: { state: 'OPEN' } },
    orderBy: { createdAt: 'desc' },
    take: 10,
    select: {
      ...{ ownerId: true, linkId: true },
      recall: { select: { ...named, danger: true, dangerZh: true, task: true, taskZh: true } },
    },
  });
  return rows.map(({ recall, ownerId, linkId }) => ({
    ...recall,
    key: own !== null && ownerId === own && linkId ? recallKeys.make(linkId) : null,
  }));
}

export type OpenRecall = Awaited<ReturnType<typeof listOpenOfUnit>>[number];

/** What a link opens: the recall, and the devices of whoever was sent it; null for every other text, and once they own none of them. */
export async function getByLink({ db }: Pick<Reading, 'db'>, { key }: { key: string }) {
  const linkId = recallKeys.read(key);
  if (!linkId) return null;
  const units = await db.recallUnit.findMany({
    where: { linkId },
    orderBy: { id: 'asc' },
    take: 100,
    select: {
      ...{ id: true, unitId: true, ownerId: true, orderId: true, state: true, stoppedAt: true, remedy: true },
      unit: { select: serialOf },
      order: { select: orderNumber },
      recall: {
        select: {
          ...named,
          ...{ state: true, danger: true, dangerZh: true, cause: true, causeZh: true, task: true, taskZh: true },
          remedies: true,
        },
      },
    },
  });
  const [first] = units;
  if (!first || first.recall.state === 'WITHDRAWN') return null;
  return { recall: first.recall, units: units.map(({ recall: _, ...unit }) => unit), ownerId: first.ownerId };
}

export type LinkedRecall = NonNullable<Awaited<ReturnType<typeof getByLink>>>;

/** The first of some units that a recall, open or closed, means and did not mend: no parcel takes it. Null where none is. */
export async function findRecalled(
  { db }: Pick<Reading, 'db'>,
  { unitIds }: { unitIds: readonly string[] },
): Promise<{ serial: string } | null> {
  const row = await db.recallUnit.findFirst({
    where: { unitId: { in: [...unitIds] }, ...keepsBack },
    select: { unit: { select: serialOf } },
  });
  return row && { serial: row.unit.serial };
}

/** Those of some units that a recall, open or closed, means and did not mend. */
export async function listKeptBack(
  { db }: Pick<Reading, 'db'>,
  { unitIds }: { unitIds: readonly string[] },
): Promise<Set<string>> {
  // Of one recall there may be more than a statement takes parameters.
  const rows = await db.$queryRaw<{ unitId: string }[]>`
    SELECT DISTINCT x."unitId"::text AS "unitId" FROM "RecallUnit" x JOIN "Recall" r ON r."id" = x."recallId" AND r."state" IN ('OPEN', 'CLOSED')
    WHERE x."unitId" = ANY (${[...unitIds]}::uuid[]) AND NOT (x."state" = 'REMEDIED' AND x."remedy"::text = ANY (${[...mending]}::text[]))`;
  return new Set(rows.map(({ unitId }) => unitId));
}
