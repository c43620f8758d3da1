import type { Reading } from '@/lib/core/context';
import { isNarrowed, mostFound, searchedWords } from '@/lib/core/list';
import { foundIn, type Found } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';
import { anywherePattern } from '@/lib/core/like-pattern';

import { productList, type AskedProducts } from '../list';

/**
 * The products that words leave (parts of a title, an address, an SKU or a barcode) and that have a drop or a picture or have none, the
 * newest of them where there are very many; each further filter is asked here too, so that it makes more of them reachable.
 */
export async function findProducts(
  { db }: Pick<Reading, 'db'>,
  asked: Pick<AskedProducts, 'q' | 'filters'>,
): Promise<Found> {
  if (!isNarrowed(productList, asked)) return { ids: [], cut: false };
  const { status, drop, picture } = asked.filters;
  const words = searchedWords(asked.q);
  const conditions = [
    ...words.map(hasWord),
    ...(status ? [Prisma.sql`p."status" = ${status}::"ProductStatus"`] : []),
    ...(drop ? [has(drop, Prisma.sql`SELECT 1 FROM drops.drop d WHERE d."productId" = p."id"`)] : []),
    ...(picture
      ? [has(picture, Prisma.sql`SELECT 1 FROM "ProductImage" i WHERE i."productId" = p."id" AND i."state" = 'READY'`)]
      : []),
  ];
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p."id"::text FROM "Product" p WHERE ${Prisma.join([Prisma.sql`TRUE`, ...conditions], ' AND ')}
    ORDER BY p."createdAt" DESC, p."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}

function hasWord(word: string): Prisma.Sql {
  const part = anywherePattern(word);
  return Prisma.sql`(p."title" ILIKE ${part} OR p."titleZh" ILIKE ${part} OR p."handle" ILIKE ${part} OR EXISTS (
    SELECT 1 FROM "Variant" v WHERE v."productId" = p."id" AND (v."sku" ILIKE ${part} OR v."barcode" ILIKE ${part})))`;
}

const has = (wanted: 'yes' | 'no' | (string & {}), some: Prisma.Sql) =>
  wanted === 'yes' ? Prisma.sql`EXISTS (${some})` : Prisma.sql`NOT EXISTS (${some})`;
