import { readCursor, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import { productName } from '@/lib/catalog/published';

import type { ReleaseKind } from '../schema';
import { ideaColumns, ideaJoins, type Person, type ProductName } from '../sql';
import { listDropsSince, type DropSince } from './list-drops-since';
import type { IdeaItem } from './list-ideas';
import { isPublicRelease, publicIdea, publicRelease } from '../scopes';

export type ReleaseItem = {
  id: string;
  slug: string;
  kind: ReleaseKind;
  version: string;
  title: string;
  titleZh: string;
  publishedAt: Date;
  product: ProductName;
  ideas: number;
  people: Person[];
  credited: number;
};

const perPage = 12;

/** Published releases, newest first, with the faces of those they credit. Null when the address names no place in the list, or one after which nothing comes. */
export async function listReleases(
  { db }: Reading,
  { after, take = perPage }: { after?: string; take?: number } = {},
): Promise<{ releases: ReleaseItem[]; next: string | null } | null> {
  const cursor = after === undefined ? undefined : readCursor(after);
  if (cursor === null) return null;
  const start = cursor ? new Date(cursor.value) : null;
  const rows = await db.$queryRaw<ReleaseItem[]>`
    SELECT r."id", r."slug", r."kind"::text AS kind, r."version", r."title", r."titleZh", r."publishedAt",
      json_build_object('handle', p."handle", 'title', p."title", 'titleZh', p."titleZh") AS product,
      (SELECT count(*)::int FROM "Idea" i ${ideaJoins} WHERE i."releaseId" = r."id" AND ${publicIdea}) AS ideas,
      who."people", who."credited"
    FROM "Release" r JOIN catalog.product p ON p."id" = r."productId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS credited, coalesce(json_agg(json_build_object('handle', m."handle", 'name', m."name", 'avatar', m."avatar")) FILTER (WHERE m.place <= 5), '[]') AS people
      FROM (SELECT m."handle", m."name", m."avatar", row_number() OVER (ORDER BY m."createdAt", m."id") AS place
        FROM (SELECT DISTINCT c."memberId" FROM "ReleaseCredit" c WHERE c."releaseId" = r."id") c JOIN members.person m ON m."id" = c."memberId") m) who
    WHERE ${isPublicRelease}
      AND (${start}::timestamptz IS NULL OR r."publishedAt" < ${start} OR r."publishedAt" = ${start} AND r."id" > ${cursor?.id ?? null}::uuid)
    ORDER BY r."publishedAt" DESC, r."id" LIMIT ${take + 1}`;
  const releases = rows.slice(0, take);
  const end = releases.at(-1);
  if (cursor && !end) return null;
  return { releases, next: rows.length > take && end ? writeCursor(end.publishedAt, end.id) : null };
}

export type Credited = Person & {
  reasons: ('IDEA' | 'REPORT')[];
  ideas: { number: number; slug: string; title: string }[];
};
export type ReleasePage = Omit<ReleaseItem, 'ideas' | 'people' | 'credited'> & {
  html: string;
  htmlZh: string;
  ideas: IdeaItem[];
  credits: Credited[];
  drops: DropSince[];
};

const mostCredits = 200;

/** A published release: what it contains, who is to thank for it, and the drops since. Four statements. */
export async function getRelease(reading: Reading, { slug }: { slug: string }): Promise<ReleasePage | null> {
  const release = await reading.db.release.findFirst({
    where: { slug, ...publicRelease },
    select: {
      id: true,
      slug: true,
      kind: true,
      version: true,
      title: true,
      titleZh: true,
      html: true,
      htmlZh: true,
      publishedAt: true,
      productId: true,
      product: { select: productName },
    },
  });
  if (!release?.publishedAt) return null;
  const { productId, publishedAt, ...rest } = release;
  return {
    ...rest,
    publishedAt,
    ideas: await listShipped(reading, release.id),
    credits: await listCredits(reading, release.id),
    drops: await listDropsSince(reading, { productId, since: publishedAt }),
  };
}

async function listShipped({ db }: Reading, releaseId: string): Promise<IdeaItem[]> {
  return db.$queryRaw<IdeaItem[]>`
    SELECT ${ideaColumns} FROM "Idea" i ${ideaJoins}
    WHERE i."releaseId" = ${releaseId}::uuid AND ${publicIdea} ORDER BY i."voteCount" DESC, i."id"`;
}

// A member is named also for an idea whose thread is closed to the public; only the link to it is left out.
async function listCredits({ db }: Reading, releaseId: string): Promise<Credited[]> {
  return db.$queryRaw<Credited[]>`
    SELECT m."handle", m."name", m."avatar", array_agg(DISTINCT c."reason"::text) AS reasons,
      coalesce(json_agg(json_build_object('number', t."number", 'slug', t."slug", 'title', t."title") ORDER BY i."voteCount" DESC) FILTER (WHERE ${publicIdea}), '[]') AS ideas
    FROM "ReleaseCredit" c JOIN members.person m ON m."id" = c."memberId" JOIN "Idea" i ON i."id" = c."ideaId" ${ideaJoins}
    WHERE c."releaseId" = ${releaseId}::uuid
    GROUP BY m."id", m."handle", m."name", m."avatar" ORDER BY max(i."voteCount") DESC, m."id" LIMIT ${mostCredits}`;
}

/** Published releases for the sitemap. */
export async function listReleasePaths({ db }: Reading): Promise<{ slug: string; publishedAt: Date }[]> {
  const rows = await db.release.findMany({
    where: publicRelease,
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: 5_000,
    select: { slug: true, publishedAt: true },
  });
  return rows.map(({ slug, publishedAt }) => ({ slug, publishedAt: publishedAt! }));
}
