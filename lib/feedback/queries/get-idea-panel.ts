import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { knownProduct, productName } from '@/lib/catalog/published';
import { plainName } from '@/lib/members/published';
import { ofNumber, postPlace } from '@/lib/forum/published';

import type { IdeaKind, IdeaStage } from '../schema';
import type { ProductName } from '../sql';
import { isPublicThread } from '../scopes';
import { listDropsSince, type DropSince } from './list-drops-since';

type ThreadLink = { number: number; slug: string; title: string };
export type IdeaStepView = {
  id: string;
  from: IdeaStage | null;
  to: IdeaStage;
  reason: string;
  at: Date;
  by: { name: string } | null;
};

export type IdeaPanelData = {
  id: string;
  kind: IdeaKind;
  stage: IdeaStage;
  stageAt: Date;
  createdAt: Date;
  votes: number;
  product: ProductName;
  steps: IdeaStepView[];
  mergedInto: (ThreadLink & { votes: number }) | null;
  merged: ThreadLink[];
  origin: (ThreadLink & { post: number }) | null;
  release: { slug: string; version: string; title: string; titleZh: string; publishedAt: Date } | null;
  drops: DropSince[];
};

const mostSteps = 40;
const mostMerged = 20;

/** What a thread page shows of its idea: where it stands, how it came there and what it became. Whether the thread may be seen is the thread's question; of a draft product nothing is shown. Two statements, three once shipped. */
export async function getIdeaPanel(
  reading: Reading,
  { threadNumber }: { threadNumber: number },
): Promise<IdeaPanelData | null> {
  const idea = await reading.db.idea.findFirst({
    where: { thread: ofNumber(threadNumber), product: knownProduct },
    select: panelFields,
  });
  if (!idea) return null;
  const { voteCount, productId, product, release, mergedIntoId, merged: _merged, originPost, ...rest } = idea;
  const shipped = release?.publishedAt ? { ...release, publishedAt: release.publishedAt } : null;
  const links = await publicLinks(reading, [mergedIntoId, ...idea.merged.map(({ id }) => id)], originPost?.threadId);
  return {
    ...rest,
    votes: voteCount,
    product,
    release: shipped,
    mergedInto: links.ideas.find(({ id }) => id === mergedIntoId) ?? null,
    merged: links.ideas.filter(({ id }) => id !== mergedIntoId),
    origin:
      originPost && links.origin && links.origin.number !== threadNumber
        ? { ...links.origin, post: originPost.number }
        : null,
    drops: shipped ? await listDropsSince(reading, { productId, since: shipped.publishedAt }) : [],
  };
}

const panelFields = {
  id: true,
  kind: true,
  stage: true,
  stageAt: true,
  createdAt: true,
  voteCount: true,
  productId: true,
  mergedIntoId: true,
  product: { select: productName },
  steps: {
    orderBy: { at: 'asc' },
    take: mostSteps,
    select: { id: true, from: true, to: true, reason: true, at: true, by: { select: plainName } },
  },
  release: { select: { slug: true, version: true, title: true, titleZh: true, publishedAt: true } },
  merged: { select: { id: true }, orderBy: { stageAt: 'desc' }, take: mostMerged },
  originPost: { select: postPlace },
} as const satisfies Prisma.IdeaSelect;

type Linked = ThreadLink & { id: string; votes: number; threadId: string };

// Ideas and threads that everyone may read: a panel on a public page must not name a closed one.
async function publicLinks(
  { db }: Reading,
  ids: (string | null)[],
  originThreadId: string | undefined,
): Promise<{ ideas: Linked[]; origin: ThreadLink | null }> {
  const wanted = ids.filter((id): id is string => id !== null);
  if (wanted.length === 0 && !originThreadId) return { ideas: [], origin: null };
  const rows = await db.$queryRaw<(Omit<Linked, 'id'> & { id: string | null })[]>`
    SELECT i."id", coalesce(i."voteCount", 0) AS votes, t."id" AS "threadId", t."number", t."slug", t."title"
    FROM forum.thread t
    LEFT JOIN "Idea" i ON i."threadId" = t."id" LEFT JOIN catalog.product p ON p."id" = i."productId"
    WHERE (i."id" = ANY(${wanted}::uuid[]) OR t."id" = ${originThreadId ?? null}::uuid) AND ${isPublicThread} AND (p."id" IS NULL OR p."known")
    ORDER BY t."number"`;
  const ideas = rows.filter((row): row is Linked => row.id !== null && wanted.includes(row.id));
  return { ideas, origin: rows.find(({ threadId }) => threadId === originThreadId) ?? null };
}
