import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { Prisma } from '@/lib/core/prisma-client/client';
import { anywherePattern } from '@/lib/core/like-pattern';
import { productName } from '@/lib/catalog/published';
import { readThread, spokenTitle, threadTitle } from '@/lib/forum/published';
import { plainName } from '@/lib/members/published';
import { latestVoices } from '@/lib/ownership/published';

import { ideaJoins } from '../sql';
import type { IdeaStepView } from './get-idea-panel';
import { weigh, type TriageIdea } from './triage';

export type TriageCase = Omit<TriageIdea, 'board' | 'author'> & {
  author: { name: string };
  productId: string;
  html: string;
  hidden: boolean;
  steps: IdeaStepView[];
  mergedInto: { id: string; title: string } | null;
  joined: { id: string; title: string; lang: string; votes: number }[];
  release: {
    id: string;
    title: string;
    titleZh: string;
    version: string;
    slug: string;
    publishedAt: Date | null;
  } | null;
  voices: {
    id: string;
    rating: number;
    body: string;
    createdAt: Date;
    member: { name: string; handle: string | null };
  }[];
};

/** One idea with all that a decision about it needs. Two statements. */
export async function getTriageCase(reading: Reading, { ideaId }: { ideaId: string }): Promise<TriageCase | null> {
  if (!isUuid(ideaId)) return null;
  const idea = await reading.db.idea.findUnique({ where: { id: ideaId }, select: caseFields });
  if (!idea) return null;
  const { thread, voteCount, mergedInto, merged, ...rest } = idea;
  const weight = (await weigh(reading, [ideaId])).get(ideaId) ?? { owners: 0, worth: [] };
  const { number, slug, title, lang, author, board, posts } = thread;
  return {
    ...rest,
    ...weight,
    number,
    slug,
    title,
    lang,
    author,
    visibility: board.visibility,
    votes: voteCount,
    excerpt: posts[0]?.excerpt ?? '',
    html: posts[0]?.html ?? '',
    hidden: Boolean(posts[0]?.hiding),
    mergedInto: mergedInto && { id: mergedInto.id, title: mergedInto.thread.title },
    joined: merged.map(({ id, voteCount: votes, thread: each }) => ({ id, votes, ...each })),
  };
}

const caseFields = {
  id: true,
  kind: true,
  stage: true,
  stageAt: true,
  createdAt: true,
  voteCount: true,
  productId: true,
  product: { select: productName },
  thread: { select: readThread },
  steps: {
    orderBy: { at: 'asc' },
    take: 40,
    select: { id: true, from: true, to: true, reason: true, at: true, by: { select: plainName } },
  },
  mergedInto: { select: { id: true, thread: { select: threadTitle } } },
  merged: {
    orderBy: { stageAt: 'desc' },
    take: 30,
    select: { id: true, voteCount: true, thread: { select: spokenTitle } },
  },
  release: { select: { id: true, title: true, titleZh: true, version: true, slug: true, publishedAt: true } },
  voices: latestVoices,
} as const satisfies Prisma.IdeaSelect;

export type Candidate = { id: string; title: string; number: number; stage: string; votes: number; isPublic: boolean };

const weighed = 400;
const shown = 8;
// Below this pg_trgm finds no more in common than any two titles have.
const alike = 0.12;

/** Open ideas of a product, none withdrawn, that another idea or an owner's answer may mean too: those with the words asked for, else the most alike. */
export async function listCandidates(
  { db }: Reading,
  input: { productId: string; like: string; not?: string; words?: string; onlyAlike?: boolean },
): Promise<Candidate[]> {
  const { productId, like, not = null, words = '', onlyAlike = false } = input;
  const pattern = anywherePattern(words);
  return db.$queryRaw<Candidate[]>`
    SELECT * FROM (
      SELECT i."id", t."title", t."number", i."stage"::text AS stage, i."voteCount" AS votes, t."isPublic"
      FROM unnest(ARRAY['NEW', 'ACCEPTED', 'PLANNED', 'STARTED']) s(stage)
      CROSS JOIN LATERAL (
        SELECT i.* FROM "Idea" i WHERE i."productId" = ${productId}::uuid AND i."stage" = s.stage::"IdeaStage"
        ORDER BY i."voteCount" DESC, i."id" LIMIT ${weighed}) i ${ideaJoins}
      WHERE i."id" IS DISTINCT FROM ${not}::uuid AND t."shown") near
    WHERE CASE WHEN ${words} = '' THEN similarity("title", ${like}) >= ${onlyAlike ? alike : 0} ELSE "title" ILIKE ${pattern} OR "number"::text = ${words} END
    ORDER BY similarity("title", ${words || like}) DESC, votes DESC, "id" LIMIT ${shown}`;
}
