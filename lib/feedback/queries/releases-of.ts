import type { Reading } from '@/lib/core/context';

import type { ReleaseKind } from '../schema';
import { isPublicRelease, publicIdea } from '../scopes';
import { ideaJoins, type Person } from '../sql';

export type IdeaInside = { number: number; slug: string; title: string; lang: string; people: Person[] };
export type ReleaseOfProduct = {
  slug: string;
  kind: ReleaseKind;
  version: string;
  title: string;
  titleZh: string;
  publishedAt: Date;
  /** What everyone may read of what shipped in it, the most wanted first. */
  ideas: IdeaInside[];
};

const mostReleases = 20;

/**
 * The published releases that concern a unit of a product, the newest first: firmware and apps, and the hardware that was out when it was made; each
 * with the ideas inside it and who had them. One statement.
 */
export async function listReleasesOf(
  { db }: Pick<Reading, 'db'>,
  { productId, madeAt }: { productId: string; madeAt: Date },
): Promise<ReleaseOfProduct[]> {
  return db.$queryRaw<ReleaseOfProduct[]>`
    SELECT r."slug", r."kind"::text AS kind, r."version", r."title", r."titleZh", r."publishedAt",
      coalesce((SELECT json_agg(inside.idea ORDER BY inside.votes DESC, inside.id) FROM (
        SELECT i."id" AS id, i."voteCount" AS votes, json_build_object('number', t."number", 'slug', t."slug", 'title', t."title", 'lang', t."lang",
          'people', coalesce((SELECT json_agg(json_build_object('handle', m."handle", 'name', m."name", 'avatar', m."avatar") ORDER BY m."createdAt", m."id")
            FROM (SELECT c."memberId" FROM "ReleaseCredit" c WHERE c."releaseId" = r."id" AND c."ideaId" = i."id" LIMIT 5) c
            JOIN members.person m ON m."id" = c."memberId"), '[]')) AS idea
        FROM "Idea" i ${ideaJoins} WHERE i."releaseId" = r."id" AND ${publicIdea}
        ORDER BY i."voteCount" DESC, i."id" LIMIT 10) inside), '[]') AS ideas
    FROM "Release" r JOIN catalog.product p ON p."id" = r."productId"
    WHERE r."productId" = ${productId}::uuid AND ${isPublicRelease}
      AND (r."kind" <> 'HARDWARE' OR r."publishedAt" <= ${madeAt}::timestamptz)
    ORDER BY r."publishedAt" DESC, r."id" LIMIT ${mostReleases}`;
}
