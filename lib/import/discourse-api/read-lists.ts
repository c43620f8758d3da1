import { readPart } from '@/lib/core/address';

import { recordFields } from '../discourse-fields';
import { ForumStopped, type ForumApi } from './api-client';
import type { ForumFolder } from './forum-folder';
import { forumPath } from './forum-path';
import type { Category, Lists } from './forum-lists';
import { list, numberOf, object, pick, textOf, type Json } from './json';

type Reading = { api: ForumApi; folder: ForumFolder };

const categoryFields = [
  ...['id', 'name', 'slug', 'description', 'color', 'parent_category_id', 'position', 'read_restricted', 'topic_url'],
];
const userFields = [
  ...['id', 'username', 'name', 'email', 'avatar_template', 'created_at', 'trust_level', 'title', 'admin', 'moderator'],
  ...['suspended_till', 'active', 'staged'],
];
const mostPages = 10_000;
const mostOfOne = 10_000;
const membersPage = 100;
const badgesPage = 96;

/** Reads what a forum has beside its topics into the folder: categories, users, groups, tags, badges. Refuses in words where it may not. */
export async function readLists(reading: Reading): Promise<Lists> {
  const site = await need(reading.api, '/site.json');
  const without: string[] = [];
  const categories = await readCategories(reading, list(site.categories));
  const { staff, users } = await readUsers(reading, without);
  await readGroups(reading, without);
  await readTags(reading, without);
  await readBadges(reading, without);
  if (without.length > 0) await mustAdmit(reading.api);
  return { categories, staff, users, without };
}

/** What was refused may have been refused because the key was withdrawn meanwhile; then nothing follows from it. */
export async function mustAdmit(api: ForumApi): Promise<void> {
  await need(api, '/site.json');
}

async function need(api: ForumApi, path: string): Promise<Json> {
  const answer = await api.get(path);
  if (answer.ok) return object(answer.value);
  if (answer.why === 'refused')
    throw new ForumStopped(
      'the forum refuses the key: is it whole, still valid, and of the user DISCOURSE_API_USERNAME names?',
    );
  if (answer.why === 'gone') throw new ForumStopped(`there is no Discourse at ${api.site} (${path} is not there)`);
  throw new ForumStopped(
    `the forum does not answer as a Discourse does (${path}); run it again later, it goes on where it stopped`,
  );
}

/** The value, or null where the forum does not let it be read. */
async function may(api: ForumApi, path: string): Promise<Json | null> {
  const answer = await api.get(path);
  if (answer.ok) return object(answer.value);
  if (answer.why === 'failing')
    throw new ForumStopped(`the forum did not answer ${path}; run it again later, it goes on where it stopped`);
  return null;
}

// Large forums leave categories out of /site.json, older ones leave levels out of /categories.json: both are asked.
async function readCategories({ api, folder }: Reading, ofSite: Json[]): Promise<Category[]> {
  const found = new Map<number, Json>();
  const add = (each: Json): void => {
    const id = numberOf(each.id);
    if (id === null) return;
    found.set(id, { ...found.get(id), ...pick(each, categoryFields) });
    list(each.subcategory_list).forEach(add);
  };
  ofSite.forEach(add);
  for (let page = 1; page <= mostPages; page += 1) {
    const before = found.size;
    const answer = await need(api, `/categories.json?include_subcategories=true&page=${page}`);
    const some = list(object(answer.category_list).categories);
    some.forEach(add);
    if (some.length === 0 || (page > 1 && found.size === before)) break;
  }
  const ordered = [...found.entries()].toSorted(([a], [b]) => a - b).map(([, each]) => each);
  await folder.put('categories.json', { category_list: { categories: ordered } });
  return ordered.map((each) => ({
    id: numberOf(each.id)!,
    slugs: slugsOf(each, found),
    topicUrl: textOf(each.topic_url),
  }));
}

/** A category's address: its slug behind those above it. */
function slugsOf(category: Json, all: Map<number, Json>): string[] {
  const slugs: string[] = [];
  const seen = new Set<Json>();
  for (let each: Json | undefined = category; each && !seen.has(each);) {
    seen.add(each);
    slugs.unshift(slugOf(each));
    const parent = numberOf(each.parent_category_id);
    each = parent === null ? undefined : all.get(parent);
  }
  return slugs;
}

// Forums may keep slugs as they stand in addresses, or go without any.
function slugOf({ id, slug }: Json): string {
  return readPart(textOf(slug)) ?? (textOf(slug) || `${numberOf(id)}-category`);
}

async function readUsers(reading: Reading, without: string[]): Promise<{ staff: boolean; users: number }> {
  const byStaff = (page: number) =>
    `/admin/users/list/active.json?order=created&asc=true&show_emails=true&page=${page + 1}`;
  const known = await readUserPages(reading, byStaff);
  if (known?.addresses === 0 && known.users > 0) without.push('addresses of members: the key may not see them');
  if (known !== null) return { staff: true, users: known.users };
  without.push('addresses of members, and what only staff see: the key is not of the staff');
  const byAll = (page: number) => `/directory_items.json?period=all&order=post_count&page=${page}`;
  const all = await readUserPages(reading, byAll);
  if (all === null) without.push('the list of members: those who wrote come along with their posts');
  return { staff: false, users: all?.users ?? 0 };
}

type UserPages = { users: number; addresses: number };

async function readUserPages({ api, folder }: Reading, address: (page: number) => string): Promise<UserPages | null> {
  let addresses = 0;
  const seen = new Set<number>();
  const kept = new Set<string>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api.get(address(page));
    if (!answer.ok && page === 0 && answer.why !== 'failing') return null;
    if (!answer.ok)
      throw new ForumStopped('the list of members could not be read; run it again later, it goes on where it stopped');
    // Somebody who joins while the pages are read moves others on to the next.
    const users = usersOf(answer.value).filter(({ id }) => numberOf(id) === null || !seen.has(id as number));
    if (users.length === 0) break;
    for (const { id } of users) seen.add(id as number);
    addresses += users.filter(({ email }) => textOf(email) !== '').length;
    const name = `page-${page}.json`;
    kept.add(name);
    await folder.put(`users/${name}`, users);
  }
  for (const name of await folder.list('users')) if (!kept.has(name)) await folder.remove(`users/${name}`);
  return { users: seen.size, addresses };
}

function usersOf(value: unknown): Json[] {
  const users = Array.isArray(value)
    ? list(value)
    : list(object(value).directory_items).map((each) => object(each.user));
  return users.map((user) => pick(user, userFields)).filter((user) => textOf(user.username) !== '');
}

async function readGroups({ api, folder }: Reading, without: string[]): Promise<void> {
  const groups = new Map<number, Json>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await may(api, `/groups.json?page=${page}`);
    if (!answer) return void without.push('groups');
    const some = list(answer.groups).filter(({ id }) => numberOf(id) !== null && !groups.has(id as number));
    if (some.length === 0) break;
    for (const each of some) groups.set(each.id as number, pick(each, recordFields.group));
  }
  for (const group of groups.values()) {
    // Discourse itself keeps who is in those: all members, all of a level of trust.
    if (group.automatic !== true) Object.assign(group, await membersOf(api, textOf(group.name), without));
  }
  await folder.put('groups.json', { groups: [...groups.values()] });
}

async function membersOf(api: ForumApi, name: string, without: string[]): Promise<Json> {
  const members = new Set<string>();
  const owners = new Set<string>();
  for (let offset = 0; offset < mostOfOne; offset += membersPage) {
    const page = `limit=${membersPage}&offset=${offset}`;
    const answer = await may(api, `${forumPath('groups', name)}/members.json?${page}`);
    if (!answer) without.push(`members of the group ${name}`);
    const some = namesOf(answer?.members);
    namesOf(answer?.owners).forEach((each) => owners.add(each));
    some.forEach((each) => members.add(each));
    if (some.length < membersPage) break;
  }
  return { members: [...members].toSorted(), owners: [...owners].toSorted() };
}

function namesOf(value: unknown): string[] {
  return list(value).flatMap(({ username }) => (textOf(username) ? [textOf(username)] : []));
}

async function readTags({ api, folder }: Reading, without: string[]): Promise<void> {
  const tags = await may(api, '/tags.json');
  if (!tags) return void without.push('tags');
  const inGroups = [...list(object(tags.extras).tag_groups), ...list(object(tags.extras).categories)];
  const all = [...list(tags.tags), ...inGroups.flatMap((each) => list(each.tags))];
  const named = new Map(all.map((tag) => [textOf(tag.name) || textOf(tag.text) || `${numberOf(tag.id)}`, tag]));
  await folder.put('tags.json', { tags: [...named.values()].map((tag) => pick(tag, recordFields.tag)) });
  const groups = await may(api, '/tag_groups.json');
  if (!groups) return void without.push('groups of tags');
  await folder.put('tag_groups.json', {
    tag_groups: list(groups.tag_groups).map((each) => pick(each, recordFields['tag-group'])),
  });
}

async function readBadges({ api, folder }: Reading, without: string[]): Promise<void> {
  const answer = await may(api, '/badges.json');
  if (!answer) return void without.push('badges');
  const badges = list(answer.badges).map((badge) => pick(badge, recordFields.badge));
  for (const badge of badges) {
    // Discourse gives its own badges by itself, to nearly all.
    if (badge.system === false && numberOf(badge.id) !== null)
      badge.holders = await holdersOf(api, badge.id as number, without);
  }
  await folder.put('badges.json', { badges });
}

async function holdersOf(api: ForumApi, badge: number, without: string[]): Promise<string[]> {
  const holders = new Set<string>();
  for (let offset = 0; offset < mostOfOne; offset += badgesPage) {
    const answer = await may(api, `/user_badges.json?badge_id=${badge}&offset=${offset}`);
    if (!answer) without.push(`who has the badge ${badge}`);
    const some = list(object(answer?.user_badge_info).user_badges);
    const names = new Map(list(answer?.users).map(({ id, username }) => [id, textOf(username)]));
    for (const { user_id: id } of some) if (names.get(id)) holders.add(names.get(id)!);
    if (some.length < badgesPage) break;
  }
  return [...holders].toSorted();
}
