import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { paths } from '@/lib/paths';
import { forumNotices } from '@/lib/forum/notices';
import { getPostForNotice, type PostForNotice } from '@/lib/forum/queries';
import { postPath } from '@/lib/forum/queries/post-path';
import { membersWhoCanRead } from '@/lib/forum/visible-boards';
import { notify } from '@/lib/notifications/commands';
import { notifyOf } from '@/lib/notifications/notify-of';

type FromMember = (typeof forumNotices)['thread.replied' | 'post.replied' | 'member.mentioned'];

/** Tells the members whom a new post names, answers or concerns: each once, by what is closest to them. */
export async function tellOfPost(
  ctx: Ctx,
  event: RecordedEvent<'thread.started'> | RecordedEvent<'post.replied'>,
): Promise<void> {
  const post = await getPostForNotice(ctx, { id: event.payload.postId });
  if (!post || post.hidden) return;
  const closest = new Map<string, FromMember>();
  if (event.name === 'post.replied') {
    closest.set(post.threadAuthorId, forumNotices['thread.replied']);
    const answered = post.answersOpening ? forumNotices['thread.replied'] : forumNotices['post.replied'];
    if (post.answersId) closest.set(post.answersId, answered);
  }
  post.mentioned.forEach((memberId) => closest.set(memberId, forumNotices['member.mentioned']));
  closest.delete(post.authorId);
  const allowed = await membersWhoCanRead(ctx, [post.thread.id], [...closest.keys()]);
  const recipients = [...closest].filter(([memberId]) => allowed.has(memberId));
  for (const notice of new Set(closest.values())) {
    const members = recipients.filter(([, each]) => each === notice).map(([memberId]) => memberId);
    await notify(ctx, notice, event, toEach(members, post));
  }
}

/** Tells an author kindly that staff hid a post, and why. */
export const tellOfHiding = notifyOf(
  forumNotices['post.hidden'],
  async (ctx, { payload }: RecordedEvent<'post.hidden'>) => {
    const post = await getPostForNotice(ctx, { id: payload.postId });
    if (!post) return null;
    // A thread that is gone with the post, or closed to its author by now, is no place to lead to.
    const path = post.number !== 1 && (await authorReads(ctx, post)) ? postPath(post) : paths.notifications();
    return { memberId: post.authorId, data: { title: post.title, reason: payload.reason, path } };
  },
);

/** Tells an author that a post of theirs stands again. */
export const tellOfRestoring = notifyOf(
  forumNotices['post.restored'],
  async (ctx, { payload }: RecordedEvent<'post.restored'>) => {
    const post = await getPostForNotice(ctx, { id: payload.postId });
    return post && (await authorReads(ctx, post)) ? toAuthor(post) : null;
  },
);

/** Tells an author that staff changed their words, and why. */
export const tellOfEdit = notifyOf(
  forumNotices['post.edited'],
  async (ctx, { payload, actorId }: RecordedEvent<'post.edited'>) => {
    const post = await getPostForNotice(ctx, { id: payload.postId });
    if (!post || post.authorId === actorId || !(await authorReads(ctx, post))) return null;
    const { memberId, data } = toAuthor(post);
    return { memberId, data: { ...data, reason: payload.reason ?? '' } };
  },
);

/** Tells members whom an edit names for the first time. */
export const tellNamedByEdit = notifyOf(
  forumNotices['member.mentioned'],
  async (ctx, { payload, actorId }: RecordedEvent<'post.edited'>) => {
    if (!payload.mentioned?.length) return null;
    const post = await getPostForNotice(ctx, { id: payload.postId });
    if (!post || post.hidden) return null;
    const named = payload.mentioned.filter(
      (memberId) => memberId !== post.authorId && memberId !== actorId && post.mentioned.includes(memberId),
    );
    const allowed = await membersWhoCanRead(ctx, [post.thread.id], named);
    return toEach(
      named.filter((memberId) => allowed.has(memberId)),
      post,
    );
  },
);

/** Tells the author of a reply that it was the answer. */
export const tellOfAnswer = notifyOf(
  forumNotices['answer.accepted'],
  async (ctx, { payload, actorId }: RecordedEvent<'answer.accepted'>) => {
    const post = await getPostForNotice(ctx, { id: payload.postId });
    if (!post || post.hidden || post.authorId === actorId || !(await authorReads(ctx, post))) return null;
    return toAuthor(post);
  },
);

async function authorReads(ctx: Ctx, post: PostForNotice): Promise<boolean> {
  return (await membersWhoCanRead(ctx, [post.thread.id], [post.authorId])).has(post.authorId);
}

function toAuthor(post: PostForNotice) {
  return { memberId: post.authorId, data: { title: post.title, path: postPath(post) } };
}

function toEach(memberIds: string[], post: PostForNotice) {
  const data = { title: post.title, name: post.authorName, path: postPath(post) };
  return memberIds.map((memberId) => ({ memberId, data }));
}
