import type { Reading } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import { plainName } from '@/lib/members/published';

import { canEdit, canModerate } from '../policy';
import { visibleBoards } from '../visible-boards';
import { versionOf } from '../version';
import { shownPost, shownThread } from '../scopes';

export type PostSource = { markdown: string; title: string | null; own: boolean; version: string };

/** The source text of a post, for those who may edit it. */
export async function getPostSource(reading: Reading, { id }: { id: string }): Promise<PostSource | null> {
  const post = await reading.db.post.findFirst({
    where: await seenPost(reading, id),
    select: {
      number: true,
      markdown: true,
      authorId: true,
      hiding: { select: { postId: true } },
      thread: { select: { title: true } },
    },
  });
  if (!post || !canEdit(reading.actor, { authorId: post.authorId, hidden: post.hiding !== null })) return null;
  const own = post.authorId === memberId(reading.actor);
  return {
    markdown: post.markdown,
    title: post.number === 1 ? post.thread.title : null,
    own,
    version: versionOf(post),
  };
}

export type Version = { html: string; at: Date; by: string; staff: boolean };

const mostVersions = 50;

/** A post's versions, newest first. What staff took out of somebody's words stays out for everyone but staff and that member. */
export async function getPostHistory(reading: Reading, { id }: { id: string }): Promise<Version[] | null> {
  const post = await reading.db.post.findFirst({
    where: { AND: [await seenPost(reading, id), shownPost] },
    select: {
      html: true,
      authorId: true,
      createdAt: true,
      author: { select: plainName },
      revisions: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: mostVersions,
        select: { html: true, at: true, editorId: true, editor: { select: plainName } },
      },
    },
  });
  if (!post) return null;
  const { author, authorId, revisions, createdAt } = post;
  const versions: Version[] = [];
  let html = post.html;
  for (const { html: former, at, editorId, editor } of revisions) {
    versions.push({ html, at, by: editor.name, staff: editorId !== authorId });
    html = former;
    if (editorId !== authorId && !canModerate(reading.actor) && memberId(reading.actor) !== authorId) return versions;
  }
  return revisions.length < mostVersions
    ? [...versions, { html, at: createdAt, by: author.name, staff: false }]
    : versions;
}

async function seenPost(reading: Reading, id: string) {
  return { id, thread: { board: await visibleBoards(reading), ...shownThread } };
}
