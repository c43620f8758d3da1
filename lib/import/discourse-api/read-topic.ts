import type { Answer, ForumApi } from './api-client';
import type { ForumFolder } from './forum-folder';
import { forumPath } from './forum-path';
import { list, numberOf, object, pick, textOf, type Json } from './json';

/** `gone`: deleted there, or made a private message. `skipped`: it could not be read this time. */
export type TopicRead = 'written' | 'gone' | 'skipped';
export type TopicReading = {
  api: ForumApi;
  folder: ForumFolder;
  /** Set once the forum has shown that it gives no topic whole, as for printing. */
  noPrint?: boolean;
};

const chunk = 20;
const topicFields = [
  ...['id', 'title', 'slug', 'category_id', 'created_at', 'last_posted_at', 'views', 'posts_count', 'tags', 'pinned'],
  ...['pinned_globally', 'closed', 'archived', 'visible', 'archetype', 'deleted_at', 'accepted_answer'],
];
const postFields = [
  ...['id', 'post_number', 'post_type', 'username', 'name', 'user_id', 'avatar_template', 'created_at', 'updated_at'],
  ...['version', 'cooked', 'raw', 'reply_to_post_number', 'like_count', 'actions_summary', 'trust_level', 'polls'],
  ...['hidden', 'deleted_at', 'user_deleted', 'accepted_answer'],
];
const summaryFields = ['id', 'count'];
// Who voted for what is nobody's business here.
const pollFields = ['name', 'title', 'type', 'status', 'voters', 'options'];

export const topicFile = (id: number) => `t/${id}.json`;

/**
 * Reads one topic with all its posts into a file of the folder, some posts at a time. Posts that come while it is read are left for the
 * next run, and those that are deleted while it is read are left out.
 */
export async function readTopic(reading: TopicReading, id: number): Promise<TopicRead> {
  const { api, folder } = reading;
  const first = await readFirst(reading, id);
  // A key that is no longer valid is refused everything: that says nothing of the topic.
  if (!first.ok) return first.why === 'gone' ? 'gone' : 'skipped';
  const topic = object(first.value);
  if (numberOf(topic.id) !== id) return 'skipped';
  if (topic.deleted_at || (textOf(topic.archetype) || 'regular') !== 'regular') return 'gone';
  const file = await folder.begin(topicFile(id));
  try {
    const stream = object(topic.post_stream);
    const listed = idsIn(stream.stream);
    const have = list(stream.posts).map(postOf);
    await file.write(`${JSON.stringify(pick(topic, topicFields)).slice(0, -1)},"post_stream":{"posts":[`);
    const standing = await writePosts({ api, topic: id, write: file.write }, have, listed);
    if (standing === null) {
      await file.drop();
      return 'skipped';
    }
    await file.write(`],"stream":${JSON.stringify(standing)}}}`);
    await file.end();
    return 'written';
  } catch (error) {
    await file.drop().catch(() => undefined);
    throw error;
  }
}

/** Says in the folder that a topic that was read before exists no more, so that the importer hides it. */
export async function markGone({ folder }: Pick<TopicReading, 'folder'>, id: number, now: Date): Promise<void> {
  const before = object(await folder.read(topicFile(id)).catch(() => ({ id })));
  if (before.deleted_at) return;
  const head = { title: `Topic ${id}`, created_at: now.toISOString(), ...pick(before, ['id', 'title', 'created_at']) };
  await folder.put(topicFile(id), { ...head, deleted_at: now.toISOString(), post_stream: { posts: [], stream: [] } });
}

// The form for printing has up to a thousand posts in one answer. Forums may forbid it, and a topic may be too long for it.
async function readFirst(reading: TopicReading, id: number): Promise<Answer> {
  const { api } = reading;
  const whole = reading.noPrint ? null : await api.get(`${forumPath('t', id)}.json?print=true&include_raw=true`);
  if (whole && (whole.ok || whole.why === 'gone')) return whole;
  const first = await api.get(`${forumPath('t', id)}.json?include_raw=true`);
  if (whole && !whole.ok && whole.why === 'refused' && first.ok) reading.noPrint = true;
  return first;
}

type Writing = { api: ForumApi; topic: number; write: (text: string) => Promise<void> };

/** Writes the posts that came first and asks for the others of the list. Answers the ids of those that stand, or null where some could not be read. */
async function writePosts(to: Writing, have: Json[], listed: number[]): Promise<number[] | null> {
  const written = new Set<number>();
  const put = async (posts: Json[]) => {
    for (const post of posts) {
      const id = numberOf(post.id);
      if (id === null || written.has(id)) continue;
      await to.write(`${written.size > 0 ? ',' : ''}${JSON.stringify(post)}`);
      written.add(id);
    }
  };
  await put(have);
  const missing = listed.filter((id) => !written.has(id));
  for (let at = 0; at < missing.length; at += chunk) {
    const posts = await readPosts(to, missing.slice(at, at + chunk));
    if (posts === null) return null;
    await put(posts);
  }
  return listed.length > 0 ? listed.filter((id) => written.has(id)) : [...written];
}

async function readPosts(to: Writing, ids: number[]): Promise<Json[] | null> {
  const wanted = ids.map((id) => `post_ids[]=${id}`).join('&');
  const answer = await to.api.get(`${forumPath('t', to.topic)}/posts.json?${wanted}&include_raw=true`);
  if (answer.ok) {
    const posts = list(object(object(answer.value).post_stream).posts).map(postOf);
    return posts.filter(({ id }) => ids.includes(id as number));
  }
  // The topic was deleted while it was read: it is found out, and left out, when it is read again.
  if (answer.why !== 'too-large' || ids.length === 1) return null;
  const half = Math.ceil(ids.length / 2);
  const parts = [await readPosts(to, ids.slice(0, half)), await readPosts(to, ids.slice(half))];
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

function postOf(value: Json): Json {
  const post = pick(value, postFields);
  if (Array.isArray(post.actions_summary))
    post.actions_summary = list(post.actions_summary).map((each) => pick(each, summaryFields));
  if (Array.isArray(post.polls)) post.polls = list(post.polls).map((poll) => pick(poll, pollFields));
  return post;
}

function idsIn(value: unknown): number[] {
  return (Array.isArray(value) ? value : []).flatMap((id) => numberOf(id) ?? []);
}
