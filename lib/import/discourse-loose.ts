import type { FoundLists } from './discourse-files';
import type { TopicPart } from './discourse-thread';

type Json = Record<string, unknown>;

const known = new WeakMap<FoundLists, Map<number, Json[]>>();

/** The topics of posts that stand without their topic, each by its id. */
export function looseTopics(lists: FoundLists): Map<number, Json[]> {
  const topics = known.get(lists) ?? new Map<number, Json[]>();
  if (known.has(lists)) return topics;
  known.set(lists, topics);
  for (const value of lists.loosePosts) {
    const post = typeof value === 'object' && value !== null ? (value as Json) : {};
    if (typeof post.topic_id !== 'number') continue;
    const posts = topics.get(post.topic_id);
    if (posts) posts.push(post);
    else topics.set(post.topic_id, [post]);
  }
  return topics;
}

/** One file's share of a topic made of such posts: of the topic it knows what each post says of it, and what a topic list says. */
export function loosePart(file: string, id: number, posts: Json[], listed: string | undefined): TopicPart {
  const last = posts.at(-1) ?? {};
  const opening = posts.find(({ post_number }) => post_number === 1);
  const title = [last.topic_title, listed, last.topic_html_title].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return {
    file,
    posts,
    stream: [],
    loose: true,
    topic: {
      id,
      title,
      slug: last.topic_slug,
      category_id: last.category_id,
      created_at: (opening ?? last).created_at,
    },
  };
}
