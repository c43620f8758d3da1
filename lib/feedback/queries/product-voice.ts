import type { Reading } from '@/lib/core/context';
import { getProductName } from './product-name';

import { wholeView } from '../ideas-view';
import type { ReleaseKind } from '../schema';
import type { Person } from '../sql';
import { listIdeas, type IdeaItem } from './list-ideas';
import { listRecentlyShipped } from './recently-shipped';
import { isPublished, publishedRelease } from '../scopes';

export type ProductRelease = {
  slug: string;
  version: string;
  kind: ReleaseKind;
  title: string;
  titleZh: string;
  publishedAt: Date;
};

/** What fans asked a product for and got: what shipped of it and who is to thank, and what is still wanted most. */
export type ProductVoice = {
  handle: string;
  got: IdeaItem[];
  asked: IdeaItem[];
  credited: Person[];
  releases: ProductRelease[];
};

const mostIdeas = 5;
const mostPeople = 12;

/** Five statements; one more where the handle is not known. */
export async function productVoice(
  reading: Reading,
  { productId, handle: known }: { productId: string; handle?: string },
): Promise<ProductVoice> {
  const handle = known ?? (await handleOf(reading, productId));
  const asked = await listIdeas(reading, { ...wholeView, product: handle }, mostIdeas);
  return {
    handle,
    got: await listRecentlyShipped(reading, { productId, take: mostIdeas }),
    asked: asked?.ideas ?? [],
    credited: await listThanked(reading, productId),
    releases: await listLatest(reading, productId),
  };
}

async function handleOf({ db }: Reading, id: string): Promise<string> {
  return (await getProductName({ db }, id)).handle;
}

async function listThanked({ db }: Reading, productId: string): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    SELECT m."handle", m."name", m."avatar"
    FROM (SELECT c."memberId", max(r."publishedAt") AS at
      FROM (SELECT "id", "publishedAt" FROM "Release" r WHERE "productId" = ${productId}::uuid AND ${isPublished} ORDER BY "publishedAt" DESC LIMIT 5) r
      JOIN "ReleaseCredit" c ON c."releaseId" = r."id" GROUP BY c."memberId") c
    JOIN members.person m ON m."id" = c."memberId" ORDER BY c.at DESC, m."id" LIMIT ${mostPeople}`;
}

async function listLatest({ db }: Reading, productId: string): Promise<ProductRelease[]> {
  const rows = await db.release.findMany({
    where: { productId, ...publishedRelease },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: 3,
    select: { slug: true, version: true, kind: true, title: true, titleZh: true, publishedAt: true },
  });
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt! }));
}
