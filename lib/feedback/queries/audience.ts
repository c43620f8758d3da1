import type { Reading } from '@/lib/core/context';
import type { IdeaStage } from '@/lib/core/prisma-client/enums';
import { localizedName, type Localized } from '@/lib/core/locale';
import { onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { productTitle } from '@/lib/catalog/published';
import { noticedThread } from '@/lib/forum/published';

export type IdeaForNotice = {
  id: string;
  title: string;
  number: number;
  slug: string;
  authorId: string;
  votes: number;
  path: string;
  product: Localized;
  threadId: string;
  stage: IdeaStage;
};

/** An idea as the sentences that tell of it need it. */
export async function getIdeaForNotice(
  { db }: Pick<Reading, 'db'>,
  { ideaId }: { ideaId: string },
): Promise<IdeaForNotice | null> {
  const idea = await db.idea.findUnique({
    where: { id: ideaId },
    select: {
      id: true,
      voteCount: true,
      stage: true,
      threadId: true,
      product: { select: productTitle },
      thread: { select: noticedThread },
    },
  });
  if (!idea) return null;
  const {
    thread: { board, id: _id, lang: _lang, ...thread },
    voteCount,
    product,
    ...rest
  } = idea;
  const path = onBoard(board, paths.thread(thread));
  return { ...rest, ...thread, path, votes: voteCount, product: localizedName(product) };
}

/** Who voted for an idea; whether they may still read it is asked when they are told. */
export async function listVoters({ db }: Pick<Reading, 'db'>, { id }: { id: string }): Promise<string[]> {
  const rows = await db.$queryRaw<
    { memberId: string }[]
  >`SELECT v."memberId" FROM "IdeaVote" v WHERE v."ideaId" = ${id}::uuid`;
  return rows.map(({ memberId }) => memberId);
}

/** A step's reason. */
export async function getStepReason({ db }: Pick<Reading, 'db'>, { stepId }: { stepId: string }): Promise<string> {
  return (await db.ideaStep.findUnique({ where: { id: stepId }, select: { reason: true } }))?.reason ?? '';
}

/** A release as the sentences that tell of it need it. */
export async function getToldRelease({ db }: Pick<Reading, 'db'>, { releaseId }: { releaseId: string }) {
  return db.release.findUnique({
    where: { id: releaseId },
    select: { slug: true, version: true, product: { select: productTitle } },
  });
}

/** One idea that a release ships and a member voted for, or is credited with. */
export type ShippedVote = { memberId: string; ideaId: string; threadId: string; title: string };

/** Who voted for what a release ships, once for each idea; credited members left out. */
export async function listReleaseVoters(
  { db }: Pick<Reading, 'db'>,
  { releaseId }: { releaseId: string },
): Promise<ShippedVote[]> {
  return db.$queryRaw<ShippedVote[]>`
    SELECT v."memberId", i."id" AS "ideaId", t."id" AS "threadId", t."title"
    FROM "Idea" i JOIN "IdeaVote" v ON v."ideaId" = i."id" JOIN forum.thread t ON t."id" = i."threadId"
    WHERE i."releaseId" = ${releaseId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "ReleaseCredit" c WHERE c."releaseId" = ${releaseId}::uuid AND c."memberId" = v."memberId")
    ORDER BY i."id", v."memberId"`;
}

/** Whom a release credits, once for each of their ideas. */
export async function listCredited(
  { db }: Pick<Reading, 'db'>,
  { releaseId }: { releaseId: string },
): Promise<ShippedVote[]> {
  return db.$queryRaw<ShippedVote[]>`
    SELECT DISTINCT c."memberId", i."id" AS "ideaId", t."id" AS "threadId", t."title"
    FROM "ReleaseCredit" c JOIN "Idea" i ON i."id" = c."ideaId" JOIN forum.thread t ON t."id" = i."threadId"
    WHERE c."releaseId" = ${releaseId}::uuid ORDER BY i."id", c."memberId"`;
}
