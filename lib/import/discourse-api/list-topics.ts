import { ForumStopped, type ForumApi } from './api-client';
import { forumPath } from './forum-path';
import { digestOf, type ForumFolder, type Round } from './forum-folder';
import { mustAdmit } from './read-lists';
import { list, numberOf, object, textOf, type Json } from './json';
import type { Category } from './forum-lists';

type Walking = { api: ForumApi; folder: ForumFolder; round: Round };
/** `onPage` is told how many topics are known so far. */
export type ListTopics = Walking & { categories: Category[]; onPage?: (topics: number) => void };

const mostPages = 100_000;
const pageOf = 100;
/** Clocks differ; and what was bumped just before the round began may have been missed by its first page. */
const margin = 10 * 60_000;

/**
 * Lists every topic that the key may see, private messages left out: by the age of topics, so that what is written meanwhile moves no page;
 * then category by category, since a topic that was deleted meanwhile moves others off a page, and some categories are kept off the common
 * list. Pages that an earlier run had read are not asked for again.
 */
export async function listTopics(given: ListTopics): Promise<void> {
  const about = descriptions(given.categories);
  const walk = (name: string, address: string) => walkPages(given, { name, address, about });
  await walk('latest', '/latest.json?no_definitions=true');
  for (const { id, slugs } of given.categories)
    await walk(`category-${id}`, `${forumPath('c', ...slugs, id)}/l/latest.json?no_subcategories=true`);
}

/** Topics that only describe a category, which comes along with the category itself. */
function descriptions(categories: readonly Category[]): ReadonlySet<string> {
  return new Set(categories.flatMap(({ topicUrl }) => /\/(\d+)$/.exec(topicUrl)?.[1] ?? []));
}

type Walk = { name: string; address: string; about: ReadonlySet<string> };

async function walkPages({ api, folder, round, onPage }: ListTopics, { name, address, about }: Walk): Promise<void> {
  const from = round.walks.get(name) ?? 0;
  if (from === 'end') return;
  const seen = new Set<number>();
  for (let page = from; page < mostPages; page += 1) {
    const answer = await readPage(api, `${address}&order=created&ascending=true&per_page=${pageOf}&page=${page}`);
    const fresh = (answer?.topics ?? []).filter(({ id }) => !seen.has(id));
    const rows = fresh.filter(({ id }) => !about.has(`${id}`));
    for (const { id } of fresh) seen.add(id);
    const over = !answer?.more || fresh.length === 0;
    await folder.note({ walk: name, pages: over ? 'end' : page + 1, rows: rows.map(({ id, row }) => [id, row]) });
    onPage?.(round.rows.size);
    if (over) return;
  }
}

/** What was written or moved to the top since the round began, as the lists say it now. */
export async function listChanges({ api, folder, round, categories }: ListTopics): Promise<void> {
  const since = Date.parse(round.startedAt) - margin;
  const about = descriptions(categories);
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await readPage(api, `/latest.json?order=activity&per_page=${pageOf}&page=${page}`);
    const changed = (answer?.topics ?? []).filter(
      ({ id, row, bumpedAt }) => bumpedAt >= since && round.rows.get(id) !== row && !about.has(`${id}`),
    );
    const rows = changed.map(({ id, row }): [number, string] => [id, row]);
    if (rows.length > 0) await folder.note({ walk: 'changes', pages: 0, rows });
    const last = answer?.topics.some(({ bumpedAt, pinned }) => bumpedAt < since && !pinned);
    if (!answer?.more || last || answer.topics.length === 0) return;
  }
}

type Row = { id: number; row: string; bumpedAt: number; pinned: boolean };

/** A page of a list; null where there is no such list (any more), or none for this key. */
async function readPage(api: ForumApi, path: string): Promise<{ topics: Row[]; more: boolean } | null> {
  const answer = await api.get(path);
  const ofCategory = path.startsWith('/c/');
  if (!answer.ok && ofCategory && (answer.why === 'gone' || answer.why === 'refused')) {
    await mustAdmit(api);
    return null;
  }
  if (!answer.ok)
    throw new ForumStopped('a list of topics could not be read; run it again later, it goes on where it stopped');
  const topics = object(object(answer.value).topic_list);
  const more = textOf(topics.more_topics_url) !== '';
  return { topics: list(topics.topics).flatMap(rowOf), more };
}

function rowOf(topic: Json): Row[] {
  const id = numberOf(topic.id);
  const archetype = textOf(topic.archetype) || 'regular';
  if (id === null || archetype !== 'regular') return [];
  const tags = (Array.isArray(topic.tags) ? topic.tags : []).map((tag) => textOf(object(tag).name) || textOf(tag));
  const { title, posts_count, highest_post_number, bumped_at, last_posted_at, category_id, like_count } = topic;
  const { closed, archived, pinned, pinned_globally, visible, has_accepted_answer } = topic;
  const row = digestOf([
    ...[title, posts_count, highest_post_number, bumped_at, last_posted_at, category_id, like_count],
    ...[closed, archived, pinned, pinned_globally, visible, has_accepted_answer, tags],
  ]);
  return [{ id, row, bumpedAt: Date.parse(textOf(bumped_at)) || 0, pinned: pinned === true }];
}
