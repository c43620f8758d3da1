/** What a stand-in Discourse answers about topics and their posts. */
import type { Asked, StandInPost, StandInTopic } from './discourse-stand-in-types';

export const isListed = ({ deleted_at, archetype = 'regular' }: StandInTopic) => !deleted_at && archetype === 'regular';

export function topicList({ rules, query }: Asked, all: StandInTopic[]): unknown {
  const by = query.get('order') === 'created' ? 'created_at' : 'bumped_at';
  const ordered = all.toSorted((a, b) => (a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : a.id - b.id));
  if (query.get('ascending') !== 'true') ordered.reverse();
  const size = rules.perPage ?? 30;
  const page = Number(query.get('page') ?? 0);
  const some = ordered.slice(page * size, (page + 1) * size);
  const more = (page + 1) * size < ordered.length;
  return {
    users: [],
    topic_list: {
      per_page: size,
      topics: some.map(rowOf),
      ...(more && { more_topics_url: `/latest?page=${page + 1}` }),
    },
  };
}

const standing = ({ posts }: StandInTopic) => posts.filter(({ deleted_at }) => !deleted_at);

function rowOf(topic: StandInTopic): unknown {
  const { posts: _, ...head } = topic;
  const shown = standing(topic);
  return {
    ...head,
    archetype: topic.archetype ?? 'regular',
    posts_count: shown.length,
    highest_post_number: shown.at(-1)?.post_number ?? 1,
    last_posted_at: shown.at(-1)?.created_at,
    posters: [{ user_id: 1, description: 'Original Poster' }],
  };
}

function visible({ forum, rules }: Asked, id: number): StandInTopic | undefined {
  const topic = forum.topics.find((each) => each.id === id);
  return topic && (!topic.deleted_at || rules.staff) ? topic : undefined;
}

export function wholeTopic(asked: Asked, id: number): unknown {
  const { rules, query } = asked;
  const topic = visible(asked, id);
  if (!topic) return null;
  const print = query.get('print') === 'true';
  if (print && rules.print === false) return 'refused';
  const shown = standing(topic);
  const size = print ? 1_000 : 20;
  const page = Number(query.get('page') ?? 1);
  if (page > 1 && shown.length <= (page - 1) * size) return null;
  const isLong = shown.length > (rules.longest ?? Infinity);
  return {
    ...(rowOf(topic) as object),
    ...(topic.deleted_at && { deleted_at: topic.deleted_at }),
    details: { participants: [{ id: 1, username: 'ann' }], created_by: { username: 'ann' } },
    suggested_topics: [],
    post_stream: {
      posts: shown.slice((page - 1) * size, page * size).map((post) => postOf(post, topic, query)),
      ...(isLong
        ? { isMegaTopic: true, firstId: shown[0]!.id, lastId: shown.at(-1)!.id }
        : { stream: shown.map((post) => post.id) }),
    },
  };
}

export function somePosts(asked: Asked, id: number): unknown {
  const topic = visible(asked, id);
  if (!topic) return null;
  const ids = asked.query.getAll('post_ids[]').map(Number);
  const posts = topic.posts.filter((post) => ids.includes(post.id) && (!post.deleted_at || asked.rules.staff));
  return { post_stream: { posts: posts.map((post) => postOf(post, topic, asked.query)) }, id };
}

function postOf({ raw, ...post }: StandInPost, topic: StandInTopic, query: URLSearchParams): unknown {
  const base = { post_type: 1, updated_at: post.created_at, topic_id: topic.id, yours: false, can_edit: true };
  return { ...base, ...post, ...(query.get('include_raw') && { raw }) };
}
