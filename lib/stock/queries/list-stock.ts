import { codedName } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isNarrowed, mostFound, searchedWords } from '@/lib/core/list';
import { foundIn, inOrderOf, readListPage, type Found, type ListPage } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';
import { anywherePattern } from '@/lib/core/like-pattern';

import { stockList, type AskedStock } from '../list';
import { canReadStock, type PlacedKind } from '../policy';

type Wanted = { asked: AskedStock; zone: string };

/** One page of what is counted, for staff. */
export async function listStock(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: StockRow[]; page: ListPage; cut: boolean }> {
  if (!canReadStock(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findStocked(reading, asked);
  const page = await readListPage(stockList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

async function readRows({ db }: Pick<Reading, 'db'>, ids: string[]) {
  const [rows, sums] = [
    await db.stockedVariant.findMany({
      where: { id: { in: ids } },
      select: { id: true, open: true, inShop: true, lowAt: true, since: true, variant: { select: codedName } },
    }),
    await db.stockAccount.groupBy({
      by: ['variantId', 'kind'],
      where: { variantId: { in: ids }, locationId: { not: null } },
      _sum: { units: true },
    }),
  ];
  const sumOf = (id: string, wanted: PlacedKind) =>
    sums.find(({ variantId, kind }) => variantId === id && kind === wanted)?._sum.units ?? 0;
  return rows.map((row) => ({
    ...row,
    units: {
      ...{ OPEN: sumOf(row.id, 'OPEN'), SET_ASIDE: sumOf(row.id, 'SET_ASIDE'), HELD: sumOf(row.id, 'HELD') },
      ...{ SOLD: sumOf(row.id, 'SOLD'), DAMAGED: sumOf(row.id, 'DAMAGED'), IN_TRANSIT: sumOf(row.id, 'IN_TRANSIT') },
    },
  }));
}

export type StockRow = Awaited<ReturnType<typeof readRows>>[number];

/** The counted variants that words leave, by product, SKU or barcode, and that the filters leave. */
async function findStocked({ db }: Pick<Reading, 'db'>, asked: AskedStock): Promise<Found> {
  if (!isNarrowed(stockList, asked)) return { ids: [], cut: false };
  const words = searchedWords(asked.q);
  const { shop, out, low } = asked.filters;
  const conditions = [
    ...words.map(hasWord),
    ...(shop ? [Prisma.sql`s."inShop"`] : []),
    ...(out ? [Prisma.sql`s."open" = 0`] : []),
    ...(low ? [Prisma.sql`s."open" <= s."lowAt"`] : []),
  ];
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT s."id"::text FROM "StockedVariant" s JOIN catalog.variant v ON v."id" = s."id" JOIN catalog.product p ON p."id" = v."productId"
    WHERE ${Prisma.join([Prisma.sql`TRUE`, ...conditions], ' AND ')} ORDER BY s."since" DESC, s."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}

function hasWord(word: string): Prisma.Sql {
  const part = anywherePattern(word);
  return Prisma.sql`(p."title" ILIKE ${part} OR p."titleZh" ILIKE ${part} OR p."handle" ILIKE ${part} OR v."title" ILIKE ${part}
    OR v."titleZh" ILIKE ${part} OR v."sku" ILIKE ${part} OR v."barcode" ILIKE ${part})`;
}
