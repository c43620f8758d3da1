import { readCursor, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import type { IdeasView } from '../ideas-view';
import { ideaStages, openStages, type IdeaKind, type IdeaStage } from '../schema';
import { ideaColumns, ideaJoins, mostVotes, type Person, type ProductName } from '../sql';
import { publicIdea } from '../scopes';
import { findProduct } from './product-name';

export type IdeaItem = {
  id: string;
  kind: IdeaKind;
  stage: IdeaStage;
  stageAt: Date;
  createdAt: Date;
  votes: number;
  number: number;
  slug: string;
  title: string;
  lang: string;
  excerpt: string;
  comments: number;
  author: Person;
  product: ProductName;
  release: { slug: string; version: string } | null;
};

export type IdeaList = { ideas: IdeaItem[]; next: string | null };

export const pageSize = 20;

const stagesOf = (stage: IdeasView['stage']): readonly IdeaStage[] =>
  stage === 'OPEN' ? openStages : stage === 'ALL' ? ideaStages.filter((each) => each !== 'MERGED') : [stage];

/** The ideas that everyone may read, most voted or newest first. Null when the address names no such list, or a place in it after which nothing comes. One statement, two with a product. */
export async function listIdeas({ db }: Reading, view: IdeasView, size = pageSize): Promise<IdeaList | null> {
  const cursor = view.after === null ? undefined : readCursor(view.after, view.order === 'top' ? mostVotes : undefined);
  const product = view.product === null ? undefined : await findProduct({ db }, view.product);
  if (cursor === null || product === null) return null;
  const rows = await db.$queryRaw<IdeaItem[]>(ideasSql(view, { productId: product?.id, cursor, size }));
  const ideas = rows.slice(0, size);
  const end = ideas.at(-1);
  if (cursor && !end) return null;
  return {
    ideas,
    next: rows.length > size && end ? writeCursor(view.order === 'top' ? end.votes : end.createdAt, end.id) : null,
  };
}

type Page = { productId?: string; cursor?: { value: number; id: string }; size: number };

// Each stage gives at most one page from its index, and the page is the best of them: nothing is read in full.
function ideasSql({ stage, order }: IdeasView, { productId, cursor, size }: Page): Prisma.Sql {
  const column = order === 'top' ? Prisma.sql`"voteCount"` : Prisma.sql`"createdAt"`;
  const start =
    cursor && (order === 'top' ? Prisma.sql`${cursor.value}::int` : Prisma.sql`${new Date(cursor.value)}::timestamptz`);
  return Prisma.sql`
    SELECT ${ideaColumns}
    FROM unnest(${stagesOf(stage)}::text[]) s(stage)
    CROSS JOIN LATERAL (
      SELECT i."id", i.${column} AS rank FROM "Idea" i ${ideaJoins}
      WHERE i."stage" = s.stage::"IdeaStage" ${productId ? Prisma.sql`AND i."productId" = ${productId}::uuid` : Prisma.empty}
        ${cursor ? Prisma.sql`AND i.${column} <= ${start} AND (i.${column} < ${start} OR i."id" > ${cursor.id}::uuid)` : Prisma.empty}
        AND ${publicIdea}
      ORDER BY i.${column} DESC, i."id" LIMIT ${size + 1}) page
    JOIN "Idea" i ON i."id" = page."id" ${ideaJoins}
    ORDER BY page.rank DESC, i."id" LIMIT ${size + 1}`;
}

export type ProductOfIdeas = ProductName & { board: string | null };

/** Products that have ideas, for choosing one, each with the board where new ones are shared. */
export async function listProductsWithIdeas({ db }: Reading): Promise<ProductOfIdeas[]> {
  return db.$queryRaw<ProductOfIdeas[]>`
    SELECT p."handle", p."title", p."titleZh",
      (SELECT b."slug" FROM forum.public_board b WHERE b."productId" = p."id" ORDER BY b."position" LIMIT 1) AS board
    FROM catalog.product p WHERE p."known" AND EXISTS (SELECT 1 FROM "Idea" i WHERE i."productId" = p."id")
    ORDER BY p."createdAt", p."id" LIMIT 24`;
}
