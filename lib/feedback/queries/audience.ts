import type { Reading } from '@/lib/core/context';
import { named, type Said } from '@/lib/core/locale';
import { Prisma } from '@/lib/core/prisma-client/client';
import { onBoard, paths } from '@/lib/core/paths';

export type StagedIdea = {
  id: string; title: string; number: number; slug: string; authorId: string; votes: number;
  path: string; product: Said; visibility: 'PUBLIC' | 'MEMBERS' | 'OWNERS' | 'STAFF'; productId: string;
};

/** An idea as the sentences that tell of it need it. */
export async function getToldIdea({ db }: Pick<Reading, 'db'>, { ideaId }: { ideaId: string }): Promise<StagedIdea | null> {
  const idea = await db.idea.findUnique({
    where: { id: ideaId },
    select: {
      id: true, voteCount: true, productId: true, product: { select: { title: true, titleZh: true } },
      thread: { select: { title: true, number: true, slug: true, authorId: true, board: { select: { visibility: true } } } },
    },
  });
  if (!idea) return null;
  const { thread: { board, ...thread }, voteCount, product, ...rest } = idea;
  const path = onBoard(board, paths.thread(thread));
  return { ...rest, ...thread, path, votes: voteCount, product: named(product), visibility: board.visibility };
}

/** Who voted for an idea and may still read it; nobody is told of what is closed to them. */
export async function listVoters({ db }: Pick<Reading, 'db'>, { id, visibility, productId }: StagedIdea): Promise<string[]> {
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    SELECT v."memberId" FROM "IdeaVote" v WHERE v."ideaId" = ${id}::uuid AND ${mayRead(Prisma.sql`${visibility}::text`, Prisma.sql`${productId}::uuid`)}`;
  return rows.map(({ memberId }) => memberId);
}

// Of voter v: whether a board of this visibility is open to them.
const mayRead = (visibility: Prisma.Sql, productId: Prisma.Sql) => Prisma.sql`(${visibility} IN ('PUBLIC', 'MEMBERS')
  OR EXISTS (SELECT 1 FROM "MemberRole" r WHERE r."memberId" = v."memberId")
  OR ${visibility} = 'OWNERS' AND EXISTS (
    SELECT 1 FROM "Ownership" o WHERE o."memberId" = v."memberId" AND o."productId" = ${productId} AND o."endedAt" IS NULL))`;

/** A step's reason. */
export async function getStepReason({ db }: Pick<Reading, 'db'>, { stepId }: { stepId: string }): Promise<string> {
  return (await db.ideaStep.findUnique({ where: { id: stepId }, select: { reason: true } }))?.reason ?? '';
}

export type ShippedVote = { memberId: string; ideas: number; ideaId: string; title: string };

/** Who voted for what a release ships, each once, with how many of its ideas they wanted and one of them; credited members left out. */
export async function listReleaseVoters({ db }: Pick<Reading, 'db'>, { releaseId }: { releaseId: string }): Promise<ShippedVote[]> {
  return db.$queryRaw<ShippedVote[]>`
    SELECT v."memberId", count(*)::int AS ideas, min(i."id"::text) AS "ideaId", min(t."title") AS title
    FROM "Idea" i JOIN "IdeaVote" v ON v."ideaId" = i."id" JOIN "Thread" t ON t."id" = i."threadId" JOIN "Board" b ON b."id" = t."boardId"
    WHERE i."releaseId" = ${releaseId}::uuid AND ${mayRead(Prisma.sql`b."visibility"::text`, Prisma.sql`i."productId"`)}
      AND NOT EXISTS (SELECT 1 FROM "ReleaseCredit" c WHERE c."releaseId" = ${releaseId}::uuid AND c."memberId" = v."memberId")
    GROUP BY v."memberId"`;
}

/** Whom a release credits, each once, with one of their ideas. */
export async function listCredited({ db }: Pick<Reading, 'db'>, { releaseId }: { releaseId: string }): Promise<ShippedVote[]> {
  return db.$queryRaw<ShippedVote[]>`
    SELECT c."memberId", count(*)::int AS ideas, min(i."id"::text) AS "ideaId", min(t."title") AS title
    FROM "ReleaseCredit" c JOIN "Idea" i ON i."id" = c."ideaId" JOIN "Thread" t ON t."id" = i."threadId"
    WHERE c."releaseId" = ${releaseId}::uuid GROUP BY c."memberId"`;
}
