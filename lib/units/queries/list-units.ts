import { namedVariant } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isNarrowed, mostFound } from '@/lib/core/list';
import { foundIn, inOrderOf, readListPage, type Found, type ListPage } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';

import { plainIdentifier } from '../identifiers';
import { unitList, type AskedUnits } from '../list';
import { canReadUnits } from '../policy';

/** One page of units for staff. */
export async function listUnits(
  reading: Reading,
  { asked, zone }: { asked: AskedUnits; zone: string },
): Promise<{ rows: UnitRow[]; page: ListPage; cut: boolean }> {
  if (!canReadUnits(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findUnits(reading, asked);
  const page = await readListPage(unitList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

async function readRows({ db }: Pick<Reading, 'db'>, ids: string[]) {
  return db.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, serial: true, state: true, createdAt: true, variant: { select: namedVariant } },
  });
}

export type UnitRow = Awaited<ReturnType<typeof readRows>>[number];

// A number is looked for whole, and a serial by its beginning too: both along an index.
async function findUnits({ db }: Pick<Reading, 'db'>, asked: AskedUnits): Promise<Found> {
  if (!isNarrowed(unitList, asked)) return { ids: [], cut: false };
  const { state, product } = asked.filters;
  const word = plainIdentifier(asked.q ?? '');
  const conditions = [
    Prisma.sql`(u."serial" COLLATE "C" BETWEEN ${word} AND ${`${word}\u{10FFFF}`} OR u."id" IN (SELECT i."unitId" FROM "UnitIdentifier" i WHERE i."value" = ${word}))`,
    ...(state ? [Prisma.sql`u."state" = ${state}::"UnitEventKind"`] : []),
    ...(product ? [Prisma.sql`u."productId" = ${product}::uuid`] : []),
  ];
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT u."id"::text FROM "Unit" u WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY u."createdAt" DESC, u."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}
