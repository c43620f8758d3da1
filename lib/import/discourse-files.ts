import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { RecordKindName } from './discourse-fields';
import { beyondBounds } from './json-bounds';
import { jsonFaultLine } from './json-fault';
import type { Refusal } from './report';

type Json = Record<string, unknown>;

/** The lists that one file holds; a file may hold several, as a topic list carries its posters. */
export type FoundLists = {
  categories: unknown[];
  /** Categories met only beside other things: good for a name, not for a record. */
  mentionedCategories: unknown[];
  users: unknown[];
  /** Authors and posters beside other things. */
  mentionedUsers: unknown[];
  topicRows: unknown[];
  topic: { topic: Json; posts: unknown[]; stream: unknown[] } | null;
  /** Posts without their topic, as archives and `/posts.json` have them. */
  loosePosts: unknown[];
  /** Groups, badges, tags and groups of tags, by kind. */
  records: Partial<Record<RecordKindName, unknown[]>>;
};

/** In bytes; what reads a forum makes no larger ones. */
export const LARGEST_FILE = 256 * 1_048_576;
/** What is nested deeper than any forum says would take more of the stack than there is. */
const bounds = { depth: 200, values: Number.MAX_SAFE_INTEGER };

export async function listJsonFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const json = names.filter((name) => /\.json$/i.test(name));
  return json.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** Reads one file; a fault refuses the file, with the line where its JSON breaks. */
export async function readLists(folder: string, file: string): Promise<FoundLists | Refusal> {
  const read = await readJson(folder, file);
  if ('refusal' in read) return read.refusal;
  return (
    classify(read.value) ??
    refuseFile(file, 'file-unknown', 'the file is no category list, topic list, topic, post or user list of Discourse')
  );
}

/** The same, keeping the last file: an archive's posts are asked for topic by topic. */
export function createReader(folder: string): (file: string) => Promise<FoundLists | Refusal> {
  let last: { file: string; lists: FoundLists | Refusal } | undefined;
  return async (file) => {
    if (last?.file !== file) last = { file, lists: await readLists(folder, file) };
    return last.lists;
  };
}

async function readJson(folder: string, file: string): Promise<{ value: unknown } | { refusal: Refusal }> {
  let text: string;
  try {
    const { size } = await stat(join(folder, file));
    if (size > LARGEST_FILE)
      return { refusal: refuseFile(file, 'file-too-large', `the file is larger than ${LARGEST_FILE} bytes`) };
    const bytes = await readFile(join(folder, file));
    const decoded = decode(bytes);
    if (beyondBounds(bytes, bounds) !== null)
      return { refusal: refuseFile(file, 'json', 'the file is nested too deeply to be a forum’s') };
    if (decoded === null)
      return { refusal: refuseFile(file, 'encoding', 'the file has damaged characters: it is not UTF-8') };
    text = decoded;
  } catch {
    return { refusal: refuseFile(file, 'file-unreadable', 'the file cannot be read') };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { refusal: refuseFile(file, 'json', `the file is not valid JSON: line ${jsonFaultLine(text)}`) };
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function classify(value: unknown): FoundLists | undefined {
  const lists: FoundLists = {
    categories: [],
    mentionedCategories: [],
    users: [],
    mentionedUsers: [],
    topicRows: [],
    topic: null,
    loosePosts: [],
    records: {},
  };
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isPost)) return { ...lists, loosePosts: value };
    return value.every(isUser) ? { ...lists, users: value } : undefined;
  }
  const root = object(value);
  const topicList = object(root.topic_list);
  const stream = object(root.post_stream);
  const categories = list(object(root.category_list).categories ?? root.categories);
  if (isPost(root)) return { ...lists, loosePosts: [root] };
  if (root.latest_posts) return { ...lists, loosePosts: list(root.latest_posts) };
  if (root.post_stream) return readTopic(root, stream, lists);
  if (root.topic_list)
    return { ...lists, categories, topicRows: list(topicList.topics), mentionedUsers: list(root.users) };
  if (root.category_list || root.categories)
    return { ...lists, categories: withChildren(categories), mentionedUsers: list(root.featured_users) };
  if (root.category) return { ...lists, categories: [root.category] };
  // Older lists name the user in the item itself.
  if (root.directory_items)
    return { ...lists, users: list(root.directory_items).map((item) => object(item).user ?? item) };
  if (root.users) return { ...lists, users: list(root.users) };
  if (root.user) return { ...lists, users: [root.user] };
  const records = recordsIn(root);
  return Object.keys(records).length > 0 ? { ...lists, records } : undefined;
}

/** Lists for which Millet has no place yet; `/tags.json` holds groups of tags beside the tags. */
function recordsIn(root: Json): FoundLists['records'] {
  const groups = root.groups ?? (root.group ? [root.group] : undefined);
  const named = { group: groups, badge: root.badges, tag: root.tags, 'tag-group': root.tag_groups };
  return Object.fromEntries(
    Object.entries(named).flatMap(([kind, each]) => (Array.isArray(each) ? [[kind, each as unknown[]]] : [])),
  );
}

function readTopic(root: Json, stream: Json, lists: FoundLists): FoundLists {
  const details = object(root.details);
  const suggested = list(details.suggested_topics ?? root.suggested_topics).map((topic) => object(topic).category);
  return {
    ...lists,
    mentionedCategories: suggested.filter(Boolean),
    topic: { topic: root, posts: list(stream.posts), stream: list(stream.stream) },
  };
}

function withChildren(categories: unknown[]): unknown[] {
  return categories.flatMap((category) => [category, ...withChildren(list(object(category).subcategory_list))]);
}

function isUser(value: unknown): boolean {
  return typeof object(value).username === 'string' || typeof object(value).id === 'number';
}

function isPost(value: unknown): boolean {
  const { topic_id: topic, post_number: number } = object(value);
  return typeof topic === 'number' && typeof number === 'number';
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function refuseFile(file: string, code: string, reason: string): Refusal {
  return { file, row: 0, code, reason };
}
