import { checkPart, readPart } from '@/lib/core/address';

import { recordFields } from '../discourse-fields';
import { ForumStopped } from './api-client';
import { hold, may, mustAdmit, need, type Reading } from './ask-forum';
import type { Category, Lists } from './forum-lists';
import { list, numberOf, object, pick, textOf, type Json } from './json';
import { readBadges, readGroups } from './read-groups';
import { readUsers } from './read-users';

const categoryFields = [
  ...['id', 'name', 'slug', 'description', 'color', 'parent_category_id', 'position', 'read_restricted', 'topic_url'],
];
const mostPages = 1_000;
const mostCategories = 10_000;
const deepestCategory = 5;

/**
 * Reads what a forum has beside its topics into the folder: categories, some of which it names with what it says of itself (`site`), users,
 * groups, tags, badges. Refuses in words where it may not.
 */
export async function readLists({ api, folder }: Pick<Reading, 'api' | 'folder'>, site: Json): Promise<Lists> {
  const reading: Reading = { api, folder, without: [], failed: 0, held: 0 };
  const categories = await readCategories(reading, list(site.categories));
  const { staff, users } = await readUsers(reading);
  await readGroups(reading);
  await readTags(reading);
  await readBadges(reading);
  if (reading.without.length > 0) await mustAdmit(api);
  return { categories, staff, users, without: reading.without };
}

// Large forums leave categories out of /site.json, older ones leave levels out of /categories.json: both are asked.
async function readCategories(reading: Reading, ofSite: Json[]): Promise<Category[]> {
  const { api, folder } = reading;
  const found = new Map<number, Json>();
  const add = (each: Json): void => {
    const id = numberOf(each.id);
    if (id === null) return;
    found.set(id, { ...found.get(id), ...hold(reading, pick(each, categoryFields)) });
    list(each.subcategory_list).forEach(add);
  };
  ofSite.forEach(add);
  for (let page = 1; page <= mostPages; page += 1) {
    const before = found.size;
    const answer = await need(api, `/categories.json?include_subcategories=true&page=${page}`, hasCategories);
    const some = list(object(answer.category_list).categories);
    some.forEach(add);
    if (found.size > mostCategories)
      throw new ForumStopped(`the forum has more than ${mostCategories} categories`, 'too-much');
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

const hasCategories = ({ category_list: all }: Json) => Array.isArray(object(all).categories);

/** A category's address: its slug behind those above it. */
function slugsOf(category: Json, all: Map<number, Json>): string[] {
  const slugs: string[] = [];
  const seen = new Set<Json>();
  for (let each: Json | undefined = category; each && !seen.has(each) && slugs.length < deepestCategory;) {
    seen.add(each);
    slugs.unshift(slugOf(each));
    const parent = numberOf(each.parent_category_id);
    each = parent === null ? undefined : all.get(parent);
  }
  return slugs;
}

// Forums may keep slugs as they stand in addresses, or go without any. They find a category by its number, whatever stands before it.
function slugOf({ id, slug }: Json): string {
  return readPart(textOf(slug)) ?? checkPart(textOf(slug)) ?? `${numberOf(id)}-category`;
}

async function readTags(reading: Reading): Promise<void> {
  const { folder, without } = reading;
  const tags = await may(reading, '/tags.json', (each) => Array.isArray(each.tags));
  if (!tags) return void without.push('tags');
  const inGroups = [...list(object(tags.extras).tag_groups), ...list(object(tags.extras).categories)];
  const all = [...list(tags.tags), ...inGroups.flatMap((each) => list(each.tags))];
  const named = new Map(all.map((tag) => [textOf(tag.name) || textOf(tag.text) || `${numberOf(tag.id)}`, tag]));
  await folder.put('tags.json', { tags: [...named.values()].map((tag) => pick(tag, recordFields.tag)) });
  const groups = await may(reading, '/tag_groups.json', (each) => Array.isArray(each.tag_groups));
  if (!groups) return void without.push('groups of tags');
  await folder.put('tag_groups.json', {
    tag_groups: list(groups.tag_groups).map((each) => pick(each, recordFields['tag-group'])),
  });
}
