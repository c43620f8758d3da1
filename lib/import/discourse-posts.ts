import { readPolls } from './discourse-poll';
import type { Post } from './discourse-shape';
import { memberId } from './discourse-members';
import type { ImportedPost } from './discourse-types';

const LIKE = 2;

/** Turns posts, sorted by number, into imported posts that know where in the conversation they stand. */
export function buildPosts(posts: Post[]): ImportedPost[] {
  const built = new Map<number, ImportedPost>();
  for (const post of posts) built.set(post.post_number, toPost(post, built));
  return [...built.values()];
}

function toPost(post: Post, earlier: Map<number, ImportedPost>): ImportedPost {
  const target = post.reply_to_post_number === null ? undefined : earlier.get(post.reply_to_post_number);
  const answered = target && target.depth > 0 ? target : undefined;
  return {
    sourceId: `${post.id}`,
    number: post.post_number,
    author: post.username ? memberId(post.username) : null,
    createdAt: post.created_at,
    editedAt: editedAt(post),
    html: post.cooked || null,
    raw: post.raw || null,
    polls: readPolls(post.polls),
    likes: post.like_count ?? post.actions_summary?.find((action) => action.id === LIKE)?.count ?? 0,
    kind: post.post_type === 2 ? 'staff-note' : 'post',
    hidden: post.hidden,
    replyTo: answered?.number ?? null,
    depth: post.post_number === 1 ? 0 : (answered?.depth ?? 0) + 1,
    branch: answered ? (answered.branch ?? answered.number) : null,
  };
}

function editedAt(post: Post): Date | null {
  const edited = post.version === null ? post.updated_at && post.updated_at > post.created_at : post.version > 1;
  return edited ? post.updated_at : null;
}
