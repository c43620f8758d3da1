import { LARGEST_FILE } from '../discourse-files';
import type { Answer, ForumApi } from './api-client';
import type { ForumFolder } from './forum-folder';
import { forumPath } from './forum-path';
import { list, numberOf, object, pick, textOf, type Json } from './json';

/**
 * `gone`: deleted there, or made a private message. `skipped`: it could not be read this time. `failing`: neither, and the forum was asked
 * several times in vain.
 */
export type TopicRead = 'written' | 'gone' | 'skipped' | 'failing';
export type TopicReading = {
  api: ForumApi;
  folder: ForumFolder;
  /** Set once the forum has shown that it gives no topic whole, as for printing. */
  noPrint?: boolean;
  /** Bytes of a topic's file at most. */
  largest?: number;
};

const chunk = 20;
/** Discourse closes a topic at ten thousand posts, unless it is told not to. */
const mostPosts = 200_000;
/** Bytes that a topic's file has beside its posts, among them the numbers of all. */
const room = 8 * 1_048_576;
/** So many pieces in a row may bring nothing. */
const mostInVain = 2;
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
  if (!first.ok) return first.why === 'gone' ? 'gone' : unreadOf(first.why);
  const topic = object(first.value);
  const stream = object(topic.post_stream);
  if (numberOf(topic.id) !== id || !Array.isArray(stream.posts)) return 'skipped';
  if (topic.deleted_at || (textOf(topic.archetype) || 'regular') !== 'regular') return 'gone';
  const file = await folder.begin(topicFile(id));
  try {
    await file.write(`${JSON.stringify(pick(topic, topicFields)).slice(0, -1)},"post_stream":{"posts":[`);
    const to = { api, topic: id, write: file.write, print: first.print, largest: reading.largest ?? LARGEST_FILE };
    const standing = await writePosts(to, stream);
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

const unreadOf = (why: 'refused' | 'too-large' | 'failing') => (why === 'failing' ? 'failing' : 'skipped');

/** Says in the folder that a topic that was read before exists no more, so that the importer hides it. */
export async function markGone({ folder }: Pick<TopicReading, 'folder'>, id: number, now: Date): Promise<void> {
  const before = object(await folder.read(topicFile(id)).catch(() => ({ id })));
  if (before.deleted_at) return;
  const head = { title: `Topic ${id}`, created_at: now.toISOString(), ...pick(before, ['id', 'title', 'created_at']) };
  await folder.put(topicFile(id), { ...head, deleted_at: now.toISOString(), post_stream: { posts: [], stream: [] } });
}

type First = Answer & { print: boolean };

// The form for printing has up to a thousand posts in one answer. Forums may forbid it, and a topic may be too long for it.
async function readFirst(reading: TopicReading, id: number): Promise<First> {
  const { api } = reading;
  const whole = reading.noPrint ? null : await api.get(topicPath(id, true));
  if (whole && (whole.ok || whole.why === 'gone')) return { ...whole, print: true };
  const first = await api.get(topicPath(id, false));
  if (whole && !whole.ok && whole.why === 'refused' && first.ok) reading.noPrint = true;
  return { ...first, print: false };
}

const topicPath = (id: number, print: boolean) =>
  `${forumPath('t', id)}.json?${print ? 'print=true&' : ''}include_raw=true`;

type Writing = {
  api: ForumApi;
  topic: number;
  write: (text: string) => Promise<void>;
  print: boolean;
  largest: number;
};
/** Writes posts that were not written yet, and answers how many those were; null where the file would become too large. */
type Put = (posts: Json[]) => Promise<number | null>;

/** Writes the posts that came first and asks for the others. Answers the ids of those that stand, or null where some could not be read. */
async function writePosts(to: Writing, stream: Json): Promise<number[] | null> {
  const written = new Set<number>();
  let bytes = 0;
  const put: Put = async (posts) => {
    const before = written.size;
    for (const post of posts) {
      const id = numberOf(post.id);
      if (id === null || written.has(id)) continue;
      const text = `${written.size > 0 ? ',' : ''}${JSON.stringify(post)}`;
      if ((bytes += Buffer.byteLength(text)) > to.largest - room) return null;
      await to.write(text);
      written.add(id);
    }
    return written.size - before;
  };
  if ((await put(list(stream.posts).map(postOf))) === null) return null;
  // Of very long topics Discourse does not say which posts they have: those are read page by page, and nothing says that a post is gone.
  if (!Array.isArray(stream.stream)) return (await writePages(to, put)) ? [] : null;
  const listed = idsIn(stream.stream);
  if (listed.length > mostPosts) return null;
  const missing = listed.filter((id) => !written.has(id));
  let inVain = 0;
  for (let at = 0; at < missing.length; at += chunk) {
    const posts = await readPosts(to, missing.slice(at, at + chunk));
    if (posts === null) return null;
    // Some posts may be deleted or moved while their topic is read; not that many.
    const fresh = await put(posts);
    inVain = fresh === 0 ? inVain + 1 : 0;
    if (fresh === null || inVain > mostInVain) return null;
  }
  return listed.length > 0 ? listed.filter((id) => written.has(id)) : [...written];
}

/** Whether all pages behind the first could be read. */
async function writePages(to: Writing, put: Put): Promise<boolean> {
  for (let page = 2; page <= mostPosts / chunk; page += 1) {
    const answer = await to.api.get(`${topicPath(to.topic, to.print)}&page=${page}`);
    if (!answer.ok) return answer.why === 'gone';
    const { posts } = object(object(answer.value).post_stream);
    if (!Array.isArray(posts)) return false;
    const fresh = await put(list(posts).map(postOf));
    if (fresh === null || fresh === 0) return fresh === 0;
  }
  return false;
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
  return [...new Set((Array.isArray(value) ? value : []).flatMap((id) => numberOf(id) ?? []))];
}
