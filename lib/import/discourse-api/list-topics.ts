import { ForumStopped, type ForumApi } from './api-client';
import { mustAdmit } from './ask-forum';
import { digestOf, type ForumFolder, type Round } from './forum-folder';
import type { Category } from './forum-lists';
import { forumPath } from './forum-path';
import { list, numberOf, object, textOf, type Json } from './json';

type Walking = { api: ForumApi; folder: ForumFolder; round: Round };
/** `without` takes up, in words, the lists that could not be read; `onPage` is told how many topics are known so far. */
export type ListTopics = Walking & { categories: Category[]; without: string[]; onPage?: (topics: number) => void };

const mostPages = 100_000;
const pageOf = 100;
/** So many topics stand in memory by their numbers; no forum that a brand has comes near. */
const mostTopics = 1_000_000;
/** More lists of categories than this that fail mean that the forum is out of order, not the lists. */
const mostFailed = 5;
const unreadable = 'a list of topics could not be read; run it again later, it goes on where it stopped';
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
  let failed = 0;
  for (const { id, slugs } of given.categories) {
    const end = await walk(`category-${id}`, `${forumPath('c', ...slugs, id)}/l/latest.json?no_subcategories=true`);
    if (end === 'failing') given.without.push(`the list of topics of the category ${slugs.join('/')}`);
    if (end === 'failing' && (failed += 1) > mostFailed) throw new ForumStopped(unreadable);
  }
}

/** Topics that only describe a category, which comes along with the category itself. */
function descriptions(categories: readonly Category[]): ReadonlySet<string> {
  return new Set(categories.flatMap(({ topicUrl }) => /\/(\d+)$/.exec(topicUrl)?.[1] ?? []));
}

type Walk = { name: string; address: string; about: ReadonlySet<string> };

/** `failing`: the rest of a category's list could not be read, which is tried again by the next run. */
type End = 'read' | 'failing';

async function walkPages({ api, folder, round, onPage }: ListTopics, { name, address, about }: Walk): Promise<End> {
  const from = round.walks.get(name) ?? 0;
  if (from === 'end') return 'read';
  const seen = new Set<number>();
  for (let page = from; page < mostPages; page += 1) {
    const answer = await readPage(api, `${address}&order=created&ascending=true&per_page=${pageOf}&page=${page}`);
    if (answer.failing) return 'failing';
    const fresh = answer.topics.filter(({ id }) => !seen.has(id));
    const rows = fresh.filter(({ id }) => !about.has(`${id}`));
    for (const { id } of fresh) seen.add(id);
    const over = !answer.more || fresh.length === 0;
    await folder.note({ walk: name, pages: over ? 'end' : page + 1, rows: rows.map(({ id, row }) => [id, row]) });
    checkCount(round.rows, seen);
    onPage?.(round.rows.size);
    if (over) return 'read';
  }
  return 'read';
}

/** What was written or moved to the top since the round began, as the lists say it now. */
export async function listChanges({ api, folder, round, categories }: ListTopics): Promise<void> {
  const since = Date.parse(round.startedAt) - margin;
  const about = descriptions(categories);
  const seen = new Set<number>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await readPage(api, `/latest.json?order=activity&per_page=${pageOf}&page=${page}`);
    const fresh = answer.topics.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    const changed = fresh.filter(
      ({ id, row, bumpedAt }) => bumpedAt >= since && round.rows.get(id) !== row && !about.has(`${id}`),
    );
    const rows = changed.map(({ id, row }): [number, string] => [id, row]);
    if (rows.length > 0) await folder.note({ walk: 'changes', pages: 0, rows });
    checkCount(round.rows, seen);
    const last = fresh.some(({ bumpedAt, pinned }) => bumpedAt < since && !pinned);
    if (!answer.more || last || fresh.length === 0) return;
  }
}

function checkCount(...known: { size: number }[]): void {
  if (known.some(({ size }) => size > mostTopics))
    throw new ForumStopped(`the forum lists more than ${mostTopics} topics`, 'too-much');
}

type Row = { id: number; row: string; bumpedAt: number; pinned: boolean };

type Page = { topics: Row[]; more: boolean; failing?: boolean };

/** A page of a list; without topics where there is no such list (any more), none for this key, or no answer about one category alone. */
async function readPage(api: ForumApi, path: string): Promise<Page> {
  const answer = await api.get(path);
  const topics = object(answer.ok ? object(answer.value).topic_list : null);
  // An answer without a list says nothing, least of all that there are no topics.
  if (Array.isArray(topics.topics))
    return { topics: list(topics.topics).flatMap(rowOf), more: textOf(topics.more_topics_url) !== '' };
  if (!path.startsWith('/c/')) throw new ForumStopped(unreadable);
  await mustAdmit(api);
  const none = !answer.ok && (answer.why === 'gone' || answer.why === 'refused');
  return { topics: [], more: false, failing: !none };
}

function rowOf(topic: Json): Row[] {
  const id = numberOf(topic.id);
  const archetype = textOf(topic.archetype) || 'regular';
  if (id === null || id < 1 || archetype !== 'regular') return [];
  const tags = (Array.isArray(topic.tags) ? topic.tags : []).map((tag) => textOf(object(tag).name) || textOf(tag));
  const { title, posts_count, highest_post_number, bumped_at, last_posted_at, category_id, like_count } = topic;
  const { closed, archived, pinned, pinned_globally, visible, has_accepted_answer } = topic;
  const row = digestOf([
    ...[title, posts_count, highest_post_number, bumped_at, last_posted_at, category_id, like_count],
    ...[closed, archived, pinned, pinned_globally, visible, has_accepted_answer, tags],
  ]);
  return [{ id, row, bumpedAt: Date.parse(textOf(bumped_at)) || 0, pinned: pinned === true }];
}
