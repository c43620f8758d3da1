import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { paths } from '@/lib/paths';
import { findPostToTell, type PostToTell } from '@/lib/forum/queries';
import { whoReads } from '@/lib/forum/seen-boards';
import { notify, tell } from '@/lib/notifications/commands';

import { postPath } from '@/lib/forum/queries/post-path';

/** Tells the members whom a new post names, answers or concerns: each once, by what is closest to them. */
export async function tellOfPost(
  ctx: Ctx,
  event: Happened<'thread.started'> | Happened<'post.replied'>,
): Promise<void> {
  const post = await findPostToTell(ctx, { id: event.payload.postId });
  if (!post || post.hidden) return;
  const kinds = new Map<string, 'threadReplied' | 'postReplied' | 'mentioned'>();
  if (event.name === 'post.replied') {
    kinds.set(post.threadAuthorId, 'threadReplied');
    if (post.answersId) kinds.set(post.answersId, post.answersOpening ? 'threadReplied' : 'postReplied');
  }
  post.mentioned.forEach((memberId) => kinds.set(memberId, 'mentioned'));
  kinds.delete(post.authorId);
  const allowed = await whoReads(ctx, [post.thread.id], [...kinds.keys()]);
  for (const [memberId, kind] of kinds) {
    if (allowed.has(memberId))
      await notify(ctx, { memberId, kind, data: words(post), path: postPath(post), eventId: event.id });
  }
}

/** Tells an author kindly that staff took a post out of sight, and why. */
export async function tellOfHiding(ctx: Ctx, { id, payload }: Happened<'post.hidden'>): Promise<void> {
  const post = await findPostToTell(ctx, { id: payload.postId });
  if (!post) return;
  // A thread that is gone with the post, or closed to its author by now, is no place to lead to.
  const path = post.number !== 1 && (await authorReads(ctx, post)) ? postPath(post) : paths.notifications();
  await tell(ctx, {
    memberId: post.authorId,
    kind: 'postHidden',
    data: { title: post.title, reason: payload.reason },
    path,
    eventId: id,
  });
}

/** Tells an author that a post of theirs stands again. */
export async function tellOfRestoring(ctx: Ctx, { id, payload }: Happened<'post.restored'>): Promise<void> {
  const post = await findPostToTell(ctx, { id: payload.postId });
  if (post && (await authorReads(ctx, post)))
    await tell(ctx, {
      memberId: post.authorId,
      kind: 'postRestored',
      data: { title: post.title },
      path: postPath(post),
      eventId: id,
    });
}

/** Tells an author that staff changed their words, and why. */
export async function tellOfEdit(ctx: Ctx, { id, payload, actorId }: Happened<'post.edited'>): Promise<void> {
  const post = await findPostToTell(ctx, { id: payload.postId });
  if (!post || post.authorId === actorId || !(await authorReads(ctx, post))) return;
  await notify(ctx, {
    memberId: post.authorId,
    kind: 'postEdited',
    data: { title: post.title, reason: payload.reason ?? '' },
    path: postPath(post),
    eventId: id,
  });
}

/** Tells members whom an edit names for the first time. */
export async function tellNamedByEdit(ctx: Ctx, { id, payload, actorId }: Happened<'post.edited'>): Promise<void> {
  if (!payload.mentioned?.length) return;
  const post = await findPostToTell(ctx, { id: payload.postId });
  if (!post || post.hidden) return;
  const named = payload.mentioned.filter(
    (memberId) => memberId !== post.authorId && memberId !== actorId && post.mentioned.includes(memberId),
  );
  const allowed = await whoReads(ctx, [post.thread.id], named);
  for (const memberId of named) {
    if (allowed.has(memberId))
      await notify(ctx, { memberId, kind: 'mentioned', data: words(post), path: postPath(post), eventId: id });
  }
}

/** Tells whoever gave it that their reply was the answer. */
export async function tellOfAnswer(ctx: Ctx, { id, payload, actorId }: Happened<'answer.accepted'>): Promise<void> {
  const post = await findPostToTell(ctx, { id: payload.postId });
  if (!post || post.hidden || post.authorId === actorId || !(await authorReads(ctx, post))) return;
  await notify(ctx, {
    memberId: post.authorId,
    kind: 'answerAccepted',
    data: { title: post.title },
    path: postPath(post),
    eventId: id,
  });
}

async function authorReads(ctx: Ctx, post: PostToTell): Promise<boolean> {
  return (await whoReads(ctx, [post.thread.id], [post.authorId])).has(post.authorId);
}

const words = ({ title, authorName }: PostToTell) => ({ title, name: authorName });
