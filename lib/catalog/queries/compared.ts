import type { Reading } from '@/lib/core/context';
import { openStock } from '@/lib/stock/published';

import { firstPicture, priced, pricesAt, productLink } from '../published';
import { listedOf } from '../specifications';
import type { Selling } from './shelf-of';

const mostVariants = 60;
const mostOthers = 12;

/** Products on show by their handles, in their order, with all that is compared of them. One statement. */
export async function listCompared({ db, now }: Reading, { handles }: { handles: string[] }) {
  const rows = await db.product.findMany({
    where: { handle: { in: handles }, status: 'ACTIVE' },
    select: {
      ...{ ...productLink, tagline: true, taglineZh: true, type: true },
      ...{ tags: true, tagsZh: true, metafields: true, metafieldsZh: true },
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: mostVariants,
        select: {
          ...{ title: true, titleZh: true, grams: true, currency: true },
          prices: pricesAt(now),
          stocked: { select: openStock },
        },
      },
      images: firstPicture,
    },
  });
  return handles.flatMap((handle) => {
    const row = rows.find((each) => each.handle === handle);
    if (!row) return [];
    const { tags, tagsZh, metafields, metafieldsZh, variants, ...product } = row;
    const inShop = variants.flatMap(({ stocked }) => (stocked?.inShop ? [stocked.open] : []));
    const selling: Selling = inShop.length === 0 ? 'drops' : inShop.some((open) => open > 0) ? 'open' : 'sold-out';
    return [
      {
        ...product,
        selling,
        listed: listedOf({ tags, tagsZh, metafields, metafieldsZh }),
        variants: variants.map(({ stocked: _, ...variant }) => priced(variant)),
      },
    ];
  });
}

export type ComparedProduct = Awaited<ReturnType<typeof listCompared>>[number];

/** What else can stand beside them: other products on show, those of these kinds first, the newest of them. One statement. */
export async function listToCompare(
  { db }: Pick<Reading, 'db'>,
  { handles, kinds }: { handles: string[]; kinds: string[] },
) {
  const rows = await db.$queryRaw<{ handle: string; title: string; titleZh: string }[]>`
    SELECT p."handle", p."title", p."titleZh" FROM (
      SELECT "handle", "title", "titleZh", "type", "createdAt", "id" FROM "Product" WHERE "status" = 'ACTIVE' ORDER BY "createdAt" DESC, "id" DESC LIMIT 200) p
    WHERE NOT p."handle" = ANY(${handles}::text[])
    ORDER BY (p."type" = ANY(${kinds}::text[])) DESC, p."createdAt" DESC, p."id" DESC LIMIT ${mostOthers}::int`;
  return rows;
}
