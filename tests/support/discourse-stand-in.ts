/** A Discourse made by us, on loopback: it answers in the shapes of the real one's API, with its pages, its limits and its rights. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { startLoopbackServer } from './loopback-server';

export type StandInPost = {
  id: number;
  post_number: number;
  username: string;
  raw: string;
  cooked: string;
  created_at: string;
  deleted_at?: string;
  [key: string]: unknown;
};
export type StandInTopic = {
  id: number;
  title: string;
  category_id: number;
  created_at: string;
  bumped_at: string;
  archetype?: string;
  deleted_at?: string;
  tags?: string[];
  posts: StandInPost[];
  [key: string]: unknown;
};
export type StandInUser = { id: number; username: string; email: string; [key: string]: unknown };
export type StandInForum = {
  categories: { id: number; name: string; slug: string; [key: string]: unknown }[];
  topics: StandInTopic[];
  users: StandInUser[];
  groups: { id: number; name: string; automatic: boolean; members: string[]; owners: string[] }[];
  tags: { id: number; name: string }[];
  tagGroups: { id: number; name: string; tag_names: string[] }[];
  badges: { id: number; name: string; system: boolean; holders: string[] }[];
};
export type StandIn = {
  port: number;
  site: string;
  /** What was asked, path and query. */
  asked: string[];
  close(): Promise<void>;
};
export type StandInRules = {
  key?: string;
  /** The key is an administrator's. */
  staff?: boolean;
  /** Topics may be asked for as for printing. */
  print?: boolean;
  /** Requests that are answered in a minute by this clock. */
  perMinute?: number;
  now?: () => number;
  perPage?: number;
  /** Called before each answer; true where it has answered itself. */
  before?: (path: string, response: ServerResponse, count: number) => boolean | void;
};

type Asked = { forum: StandInForum; rules: StandInRules; path: string; query: URLSearchParams };

export const standInKey = 'k3y-of-the-old-forum-0123456789abcdef';

export async function startStandIn(forum: StandInForum, rules: StandInRules = {}): Promise<StandIn> {
  const asked: string[] = [];
  const times: number[] = [];
  const server = await startLoopbackServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    if (rules.before?.(url, response, asked.length)) return;
    if (!admits(request, rules)) return json(response, 403, { errors: ['no'], error_type: 'invalid_access' });
    const wait = limited(rules, times);
    if (wait > 0) return tooMany(response, wait);
    const { pathname, searchParams } = new URL(url, 'http://stand-in');
    const answer = answerTo({ forum, rules, path: decodeURIComponent(pathname), query: searchParams });
    if (answer === null) return json(response, 404, { errors: ['not found'], error_type: 'not_found' });
    if (answer === 'refused') return json(response, 403, { errors: ['no'], error_type: 'invalid_access' });
    json(response, 200, answer);
  });
  return { port: server.port, site: `http://old.example:${server.port}`, asked, close: server.close };
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

/** As Discourse refuses a key that asks too often. */
export function tooMany(response: ServerResponse, seconds: number): void {
  response
    .writeHead(429, {
      'content-type': 'application/json; charset=utf-8',
      'retry-after': `${seconds}`,
      'discourse-rate-limit-error-code': 'admin_api_key_rate_limit',
    })
    .end(JSON.stringify({ errors: ['slow down'], error_type: 'rate_limit', extras: { wait_seconds: seconds } }));
}

function admits({ headers }: IncomingMessage, { key = standInKey }: StandInRules): boolean {
  return headers['api-key'] === key && typeof headers['api-username'] === 'string';
}

/** Seconds until the next request is answered. */
function limited({ perMinute, now = Date.now }: StandInRules, times: number[]): number {
  if (!perMinute) return 0;
  while (times.length > 0 && times[0]! <= now() - 60_000) times.shift();
  if (times.length >= perMinute) return Math.max(1, Math.ceil((times[0]! + 60_000 - now()) / 1_000));
  times.push(now());
  return 0;
}

function answerTo(asked: Asked): unknown {
  const { forum, rules, path, query } = asked;
  const page = Number(query.get('page') ?? 0);
  const of = (pattern: RegExp) => pattern.exec(path);
  if (path === '/site.json') return { categories: forum.categories, groups: [], post_action_types: [] };
  if (path === '/categories.json') return categories(asked);
  if (path === '/latest.json') return topicList(asked, forum.topics.filter(isListed));
  const category = of(/^\/c\/.*\/(\d+)\/l\/latest\.json$/);
  if (category)
    return topicList(
      asked,
      forum.topics.filter((topic) => isListed(topic) && topic.category_id === Number(category[1])),
    );
  const posts = of(/^\/t\/(\d+)\/posts\.json$/);
  if (posts) return somePosts(asked, Number(posts[1]));
  const topic = of(/^\/t\/(\d+)\.json$/);
  if (topic) return wholeTopic(asked, Number(topic[1]));
  if (path === '/admin/users/list/active.json') {
    if (!rules.staff) return null;
    return forum.users.slice((page - 1) * 100, page * 100).map((user) => ({ last_seen_age: 12.5, ...user }));
  }
  if (path === '/directory_items.json') return directory(asked, page);
  if (path === '/groups.json')
    return { groups: forum.groups.slice(page * 36, page * 36 + 36).map(bare), total_rows_groups: forum.groups.length };
  const members = of(/^\/groups\/([^/]+)\/members\.json$/);
  if (members) return groupMembers(asked, members[1]!);
  if (path === '/tags.json')
    return { tags: forum.tags.map(({ id, name }) => ({ id, name, text: name, count: 1 })), extras: {} };
  if (path === '/tag_groups.json') return rules.staff ? { tag_groups: forum.tagGroups } : 'refused';
  if (path === '/badges.json')
    return {
      badges: forum.badges.map(({ holders, ...badge }) => ({ ...badge, grant_count: holders.length })),
      badge_types: [],
    };
  if (path === '/user_badges.json') return holders(asked);
  return null;
}

const bare = ({ members, owners: _, ...group }: StandInForum['groups'][number]) => ({
  ...group,
  user_count: members.length,
});
const isListed = ({ deleted_at, archetype = 'regular' }: StandInTopic) => !deleted_at && archetype === 'regular';

function categories({ forum, query }: Asked): unknown {
  if (Number(query.get('page') ?? 1) > 1) return { category_list: { categories: [] } };
  const under = (parent: number | null): unknown[] =>
    forum.categories
      .filter(({ parent_category_id: of = null }) => of === parent)
      .map((each) => ({ ...each, subcategory_list: under(each.id) }));
  return { category_list: { can_create_category: false, categories: under(null) } };
}

function topicList({ rules, query }: Asked, all: StandInTopic[]): unknown {
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

function wholeTopic(asked: Asked, id: number): unknown {
  const { rules, query } = asked;
  const topic = visible(asked, id);
  if (!topic) return null;
  const print = query.get('print') === 'true';
  if (print && rules.print === false) return 'refused';
  const shown = standing(topic);
  return {
    ...(rowOf(topic) as object),
    ...(topic.deleted_at && { deleted_at: topic.deleted_at }),
    details: { participants: [{ id: 1, username: 'ann' }], created_by: { username: 'ann' } },
    suggested_topics: [],
    post_stream: {
      posts: shown.slice(0, print ? 1_000 : 20).map((post) => postOf(post, topic, query)),
      stream: shown.map((post) => post.id),
    },
  };
}

function somePosts(asked: Asked, id: number): unknown {
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

function directory({ forum }: Asked, page: number): unknown {
  const items = forum.users
    .slice(page * 50, page * 50 + 50)
    .map(({ id, username, name, avatar_template, title }) => ({
      id,
      likes_received: 1,
      user: { id, username, name, avatar_template, title },
    }));
  return { directory_items: items, meta: { total_rows_directory_items: forum.users.length } };
}

function groupMembers({ forum, query }: Asked, name: string): unknown {
  const group = forum.groups.find((each) => each.name === name);
  if (!group) return null;
  const offset = Number(query.get('offset'));
  const limit = Number(query.get('limit'));
  const named = (names: string[]) => names.map((username, id) => ({ id, username }));
  return {
    members: named(group.members.slice(offset, offset + limit)),
    owners: named(group.owners),
    meta: { total: group.members.length, limit, offset },
  };
}

function holders({ forum, query }: Asked): unknown {
  const badge = forum.badges.find(({ id }) => id === Number(query.get('badge_id')));
  if (!badge) return null;
  const offset = Number(query.get('offset'));
  const users = badge.holders.map((username, at) => ({ id: at + 1, username })).slice(offset, offset + 96);
  return { user_badge_info: { user_badges: users.map(({ id }) => ({ id, user_id: id, badge_id: badge.id })) }, users };
}
