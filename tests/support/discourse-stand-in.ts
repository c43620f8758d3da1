/** A Discourse made by us, on loopback: it answers in the shapes of the real one's API, with its pages, its limits and its rights. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { isListed, somePosts, topicList, wholeTopic } from './discourse-stand-in-topics';
import type { Asked, StandInForum, StandInRules } from './discourse-stand-in-types';
import { startLoopbackServer } from './loopback-server';

export type { StandInForum, StandInPost, StandInRules, StandInTopic } from './discourse-stand-in-types';

export type StandIn = {
  port: number;
  site: string;
  /** What was asked, path and query. */
  asked: string[];
  close(): Promise<void>;
};
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
function categories({ forum, query }: Asked): unknown {
  if (Number(query.get('page') ?? 1) > 1) return { category_list: { categories: [] } };
  const under = (parent: number | null): unknown[] =>
    forum.categories
      .filter(({ parent_category_id: of = null }) => of === parent)
      .map((each) => ({ ...each, subcategory_list: under(each.id) }));
  return { category_list: { can_create_category: false, categories: under(null) } };
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
