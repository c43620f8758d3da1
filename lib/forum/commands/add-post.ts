import type { Ctx } from '@/lib/core/context';

import type { Content } from '../content';

/** Where an imported post came from, and what it brought along. */
export type Origin = {
  source: string;
  sourceId: string;
  voteCount?: number;
  editedAt?: Date | null;
  imported?: { digest: string; votes: number; hidden: boolean };
};

export type NewPost = {
  threadId: string;
  number: number;
  authorId: string;
  content: Content;
  /** The post that is answered; null for the opening post. */
  answers: { id: string; number: number; depth: number; branch: number } | null;
  from?: Origin;
};

/** Writes one post: a reply to the opening post begins a branch, every deeper reply stands in its root's branch. */
export async function addPost(
  ctx: Ctx,
  { threadId, number, authorId, content, answers, from }: NewPost,
): Promise<{ id: string }> {
  const { markdown, html, excerpt, mentioned } = content;
  const post = await ctx.db.post.create({
    data: {
      threadId,
      number,
      authorId,
      markdown,
      html,
      excerpt,
      createdAt: ctx.now,
      ...from,
      parentId: answers?.id ?? null,
      depth: answers ? Math.min(answers.depth + 1, 2) : 0,
      branch: answers ? answers.branch || number : 0,
    },
    select: { id: true },
  });
  await nameMembers(ctx, post.id, mentioned);
  return post;
}

/** Records the members mentioned in a post and returns the new ones; earlier mentions keep their time. */
export async function nameMembers(ctx: Ctx, postId: string, memberIds: string[]): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const data = memberIds.map((memberId) => ({ postId, memberId, at: ctx.now }));
  const rows = await ctx.db.mention.createManyAndReturn({ data, skipDuplicates: true, select: { memberId: true } });
  return rows.map(({ memberId }) => memberId);
}
