import { buildPosts } from './discourse-posts';
import { postShape, shapeReason, topicShape, type Post, type Topic } from './discourse-shape';
import { memberId } from './discourse-members';
import type { ImportedThread } from './discourse-types';
import type { Refusal } from './report';

/** One file's share of a topic: Discourse serves long topics in pages. */
export type TopicPart = {
  file: string;
  topic: Record<string, unknown>;
  posts: unknown[];
  stream: unknown[];
  /** Posts that stand in a file without their topic, and tell of it only what each knew when it was saved. */
  loose?: boolean;
};
export type BuiltThread = {
  thread?: Omit<ImportedThread, 'board'> & { categoryId: number | null };
  /** The posts that were imported, for their authors. */
  sources: Post[];
  refused: Refusal[];
  /** Notes of the forum about a topic, such as that it was closed: no posts, and no refusals. */
  notes: number;
  /** The source's id of a topic that was deleted there. */
  deletedTopic?: string;
};

/**
 * Builds one thread from all its files. A thread is only worth having with its opening post, so without that it
 * is refused whole; any other post that cannot be imported is refused alone.
 */
export function buildThread(parts: TopicPart[]): BuiltThread {
  const head = readHead(parts);
  if ('refusal' in head)
    return { sources: [], notes: 0, refused: [withPosts(head.refusal, parts)], deletedTopic: head.deletedTopic };
  const { topic, same, refused } = head;
  const sorted = sortPosts(same);
  refused.push(...sorted.refused, ...missingPosts(same));
  const opening = sorted.posts[0];
  if (opening?.post_number !== 1) {
    const code = same.some((part) => part.posts.length > 0) ? 'opening-post-missing' : 'no-posts';
    const refusal = refuseTopic(
      same,
      code,
      code === 'no-posts'
        ? 'the topic has no posts'
        : 'the opening post of the topic is not in the folder or was refused',
    );
    return { sources: [], notes: sorted.notes, refused: [...refused, { ...refusal, count: 1 + sorted.posts.length }] };
  }
  const thread = {
    ...toThread(topic, sorted.posts, opening),
    standing: standing(topic, same),
    deleted: sorted.deleted,
  };
  return { thread, sources: sorted.posts, refused, notes: sorted.notes };
}

function readHead(
  parts: TopicPart[],
): { topic: Topic; same: TopicPart[]; refused: Refusal[] } | { refusal: Refusal; deletedTopic?: string } {
  const read = parts.map((part) => topicShape.safeParse(part.topic));
  const whole = read.findIndex((each, place) => each.success && !parts[place]?.loose);
  const at = whole === -1 ? latest(read) : whole;
  const found = read[at]?.data;
  if (!found) {
    const error = read.find((each) => each.error)?.error;
    return { refusal: refuseTopic(parts, 'topic-shape', error ? shapeReason(error) : 'the topic cannot be read') };
  }
  if (found.deleted_at)
    return {
      refusal: refuseTopic(parts, 'topic-deleted', `"${found.title}" was deleted in Discourse`),
      deletedTopic: `${found.id}`,
    };
  if (found.archetype === 'private_message')
    return { refusal: refuseTopic(parts, 'private-message', 'private messages are not imported') };
  const isOther = (part: TopicPart, at: number) =>
    !part.loose && read[at]?.success === true && read[at].data.title !== found.title;
  const others = parts.filter(isOther);
  const refused = others.map((part) =>
    withPosts(refuseTopic([part], 'duplicate-id', `topic ${found.id} is already "${found.title}"`), [part]),
  );
  // The file that describes the topic comes first, so that refusals name it.
  const same = [...parts.slice(at), ...parts.slice(0, at)].filter((part) => !others.includes(part));
  return { topic: found, same, refused };
}

/** Of posts without their topic the last one knows its title best. */
function latest(read: { success: boolean }[]): number {
  return read.findLastIndex((each) => each.success);
}

type Sorted = { posts: Post[]; refused: Refusal[]; notes: number; deleted: string[] };

function sortPosts(parts: TopicPart[]): Sorted {
  const accepted = new Set<unknown>();
  const byNumber = new Map<number, Post>();
  const faults = new Map<unknown, Refusal>();
  const entries = parts.flatMap(({ file, posts }) =>
    posts.map((value, at) => ({ value, place: { file, row: at + 1, list: 'post' } })),
  );
  for (const { value, place } of entries) {
    const key = idOf(value) ?? place;
    const earlier = faults.get(key);
    // Pages overlap: a whole copy of a post makes up for a broken one, but brings no deleted post back.
    if (accepted.has(key) || (earlier && earlier.code !== 'post-shape')) continue;
    const read = readPost(value);
    const fault = 'code' in read ? read : byNumber.has(read.post_number) ? duplicate(read) : undefined;
    if (fault) faults.set(key, { ...place, ...fault });
    if (fault || 'code' in read) continue;
    faults.delete(key);
    accepted.add(key);
    byNumber.set(read.post_number, read);
  }
  const all = [...faults];
  return {
    posts: [...byNumber.values()].sort((a, b) => a.post_number - b.post_number),
    refused: all.flatMap(([, fault]) => (fault.code === 'small-action' ? [] : [fault])),
    notes: all.filter(([, { code }]) => code === 'small-action').length,
    deleted: all.flatMap(([key, { code }]) => (code === 'post-deleted' ? [`${key as number}`] : [])),
  };
}

function readPost(value: unknown): Post | { code: string; reason: string } {
  const post = postShape.safeParse(value);
  if (!post.success) return { code: 'post-shape', reason: shapeReason(post.error) };
  const { deleted_at, user_deleted, post_type, cooked, raw } = post.data;
  if (deleted_at || user_deleted) return { code: 'post-deleted', reason: 'the post was deleted in Discourse' };
  if (post_type === 3)
    return { code: 'small-action', reason: 'a note that the topic was closed, moved or the like, not a post' };
  if (post_type === 4) return { code: 'whisper', reason: 'a whisper among staff must not become public' };
  if (post_type !== null && post_type !== 1 && post_type !== 2)
    return { code: 'post-type', reason: `post type ${post_type} is unknown` };
  if (!cooked && !raw) return { code: 'post-empty', reason: 'the post has no text' };
  return post.data;
}

/** Discourse serves only the first twenty posts of a topic and lists the ids of the rest. */
function missingPosts(parts: TopicPart[]): Refusal[] {
  const present = new Set(parts.flatMap((part) => part.posts.map(idOf)));
  const missing = new Set(
    parts.flatMap((part) => part.stream).filter((id) => typeof id === 'number' && !present.has(id)),
  );
  if (missing.size === 0) return [];
  const reason = `${missing.size} posts of the topic are not in the folder: export its further pages (?page=2 and on)`;
  return [{ ...refuseTopic(parts, 'posts-missing', reason), count: missing.size }];
}

/**
 * The ids of all posts that stand in the topic. The topic lists them; without the list they are those that came along, when
 * they are as many as the topic counts. Posts without their topic tell nothing about others.
 */
function standing(topic: Topic, parts: TopicPart[]): string[] | null {
  const whole = parts.filter((part) => !part.loose);
  if (whole.length === 0) return null;
  const present = new Set(parts.flatMap((part) => part.posts.map(idOf)));
  const listed = whole.flatMap((part) => part.stream);
  if (listed.length === 0 && topic.posts_count !== null && present.size < topic.posts_count) return null;
  return [...new Set([...present, ...listed])].filter((id) => typeof id === 'number').map((id) => `${id}`);
}

function toThread(
  topic: Topic,
  posts: Post[],
  opening: Post,
): Omit<NonNullable<BuiltThread['thread']>, 'standing' | 'deleted'> {
  const accepted =
    topic.accepted_answer?.post_number ?? posts.find((post) => post.accepted_answer)?.post_number ?? null;
  return {
    sourceId: `${topic.id}`,
    title: topic.title,
    slug: topic.slug ?? '',
    categoryId: topic.category_id,
    author: opening.username ? memberId(opening.username) : null,
    createdAt: topic.created_at,
    lastPostedAt: topic.last_posted_at,
    views: topic.views ?? 0,
    tags: topic.tags ?? [],
    pinned: topic.pinned || topic.pinned_globally,
    closed: topic.closed,
    archived: topic.archived,
    listed: topic.visible !== false,
    acceptedAnswer: posts.some((post) => post.post_number === accepted) ? accepted : null,
    posts: buildPosts(posts),
  };
}

function withPosts(refusal: Refusal, parts: TopicPart[]): Refusal {
  const posts = parts.reduce((sum, part) => sum + part.posts.length, 0);
  return { ...refusal, reason: `${refusal.reason}; its ${posts} posts stay behind`, count: 1 + posts };
}

function refuseTopic(parts: TopicPart[], code: string, reason: string): Refusal {
  return { file: parts[0]?.file ?? '', row: 0, code, reason };
}

function duplicate(post: Post): { code: string; reason: string } {
  return { code: 'duplicate-number', reason: `the topic already has a post number ${post.post_number}` };
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}
