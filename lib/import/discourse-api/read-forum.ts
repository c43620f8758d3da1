import { ForumStopped, type ForumApi } from './api-client';
import { mustAdmit, readSite } from './ask-forum';
import { openForumFolder, type ForumFolder, type Round } from './forum-folder';
import type { Lists } from './forum-lists';
import { listChanges, listTopics } from './list-topics';
import { readLists } from './read-lists';
import { markGone, readTopic, topicFile, type TopicRead, type TopicReading } from './read-topic';

export type ReadForum = {
  api: ForumApi;
  folder: string;
  now: Date;
  /** Reads topics again that the lists say are unchanged: an edit in the middle of a topic shows in no list. */
  again?: boolean;
  /** Told once of each list, when it is there. */
  onLists?: (what: 'members' | 'topics', found: number) => void;
  /** Told while topics are listed, page by page, how many there are so far. */
  onListing?: (topics: number) => void;
  onTopic?: (done: number, total: number) => void;
};
export type ForumRead = {
  /** Topics that are in the folder now, and how many of them were asked for in this run. */
  topics: number;
  read: number;
  users: number;
  /** Topics that were in the folder and exist there no more. */
  gone: number;
  /** Topics that could not be read; the next run tries them again. */
  skipped: number[];
  /** What the forum did not let be read, in words. */
  without: string[];
  /** Topics that the lists no longer name, where the key does not see enough to say that they were deleted. */
  unknown: number;
  /** Whether all topics are in the folder that the key may see: what the folder does not name exists there no more. */
  whole: boolean;
};
type Run = ReadForum & {
  into: ForumFolder;
  round: Round;
  lists: Lists;
  done: ForumRead;
  topic: TopicReading;
  /** Topics of the lists that the forum says do not exist, and how many of them are in the folder. */
  missing: { ids: Set<number>; had: number };
  unread: { inARow: number; failing: number; before: ReadonlySet<number> };
};

/** So many topics may vanish at once, however small the forum is. */
const fewGone = 10;
/** After more topics than this in a row that cannot be read it is found out whether the forum still answers at all. */
const mostUnread = 3;
/** So many topics may be unreadable, however small the forum is; of a larger one half. */
const fewUnread = 100;
/** Topics of which the forum said nothing, each asked for six times. */
const mostFailing = 30;

/**
 * Reads a forum through its API into a folder that the importer reads, or brings that folder up to date. Stopped at any moment, the next
 * run goes on: what is in the folder is asked for again only where the forum's lists say that it changed. Throws ForumStopped where it
 * cannot go on; what has been read stays.
 */
export async function readForum(given: ReadForum): Promise<ForumRead> {
  const into = await openForumFolder(given.folder, given.api.site, given.now);
  // The folder is this forum's once it has answered as one.
  const site = into.round?.lists ? null : await readSite(given.api);
  if (!into.round) await into.note({ begin: given.now.toISOString(), site: given.api.site });
  const round = into.round!;
  if (site) await into.note({ lists: await readLists({ api: given.api, folder: into }, site) });
  const lists = round.lists!;
  given.onLists?.('members', lists.users);
  const done: ForumRead = {
    ...{
      topics: 0,
      read: 0,
      users: lists.users,
      gone: 0,
      skipped: [],
      without: [...lists.without],
      unknown: 0,
      whole: false,
    },
  };
  const topic: TopicReading = { api: given.api, folder: into };
  const unread = { inARow: 0, failing: 0, before: new Set(round.skipped) };
  const run: Run = { ...given, into, round, lists, done, topic, missing: { ids: new Set(), had: 0 }, unread };
  if (given.again) into.topics.forEach((_, id) => into.topics.set(id, 'again'));
  const walking = { api: given.api, folder: into, round, categories: lists.categories, without: done.without };
  await listTopics({ ...walking, onPage: given.onListing });
  given.onLists?.('topics', round.rows.size);
  await readTopics(run);
  await listChanges(walking);
  await readTopics(run);
  await findGone(run);
  done.topics = into.topics.size;
  done.whole = done.skipped.length === 0 && done.without.length === lists.without.length;
  await into.note({ end: given.now.toISOString() });
  return done;
}

async function readTopics(run: Run): Promise<void> {
  const { into, round, done } = run;
  const present = new Set(await into.list('t'));
  const isHere = (id: number) => present.has(topicFile(id).slice(2));
  const skipped = new Set(done.skipped);
  const wanted = [...round.rows].filter(
    ([id, row]) => !skipped.has(id) && !(into.topics.get(id) === row && isHere(id)),
  );
  // Those that an earlier run could not read keep this one from no others.
  const { before } = run.unread;
  const ordered = wanted.toSorted(([a], [b]) => Number(before.has(a)) - Number(before.has(b)));
  for (const [at, [id, row]] of ordered.entries()) {
    if (before.has(id) && run.unread.failing > mostFailing) done.skipped.push(id);
    else await settle(run, { id, row, outcome: await readTopic(run.topic, id) });
    run.onTopic?.(at + 1, ordered.length);
  }
}

type Outcome = { id: number; row: string; outcome: TopicRead };

async function settle(run: Run, { id, row, outcome }: Outcome): Promise<void> {
  const { into, round, done, missing } = run;
  if (outcome === 'skipped' || outcome === 'failing') return noteUnread(run, id, outcome);
  run.unread.inARow = 0;
  const had = into.topics.has(id) ? 1 : 0;
  if (outcome === 'gone') {
    round.rows.delete(id);
    if (!missing.ids.has(id)) missing.had += had;
    missing.ids.add(id);
    return checkGone(run, missing.had);
  }
  if (missing.ids.delete(id)) missing.had -= had;
  done.read += 1;
  await into.note({ topic: id, row });
}

/** Leaves a topic to the next run, where the topic is at fault and not the forum or the key. */
async function noteUnread(run: Run, id: number, outcome: TopicRead): Promise<void> {
  const { api, into, round, done, unread } = run;
  unread.inARow += 1;
  if (outcome === 'failing') unread.failing += 1;
  // At the fourth in a row, the eighth, the sixteenth and so on.
  const { inARow } = unread;
  if (inARow > mostUnread && (inARow & (inARow - 1)) === 0) await mustAdmit(api);
  done.skipped.push(id);
  await into.note({ skipped: id });
  const tooMany = done.skipped.length > fewUnread && done.skipped.length * 2 > round.rows.size;
  if (tooMany || (unread.failing > mostFailing && !unread.before.has(id)))
    throw new ForumStopped(
      `${done.skipped.length} of ${round.rows.size} topics could not be read, though the forum answers: may the key read them? Run it again later, it goes on where it stopped`,
      'topics-unread',
    );
}

/** Topics that were read in an earlier round and are gone: no list names them any more, or the forum says that they do not exist. */
async function findGone(run: Run): Promise<void> {
  const { into, round, lists, done, missing } = run;
  // Those of the lists that are missing are among them: they are in the lists no more.
  const vanished = [...into.topics.keys()].filter((id) => !round.rows.has(id));
  if (!lists.staff) return void (done.unknown = vanished.length);
  checkGone(run, vanished.length);
  const gone: number[] = [];
  for (const id of vanished) {
    // The list may have missed it; then it is read again instead.
    const outcome = missing.ids.has(id) ? 'gone' : await readTopic(run.topic, id);
    if (outcome === 'gone') gone.push(id);
    else if (outcome === 'written') done.read += 1;
    else await noteUnread(run, id, outcome);
  }
  for (const id of gone) {
    await markGone({ folder: into }, id, run.now);
    await into.note({ topic: id, row: null });
    done.gone += 1;
  }
}

/**
 * A forum that denies most of its topics is out of order, or shows itself to the key no more: nothing is taken as deleted on its word.
 * `had` is how many of those that were read before are gone.
 */
function checkGone({ into, round, missing }: Run, had: number): void {
  const listed = round.rows.size + missing.ids.size;
  const most = (some: number, all: number) => some > fewGone && some * 2 > all;
  const [some, all] = most(had, into.topics.size) ? [had, into.topics.size] : [missing.ids.size, listed];
  if (!most(some, all)) return;
  throw new ForumStopped(
    `${some} of ${all} topics are in no list any more, or the forum says that they do not exist. If it was really emptied, name a new folder by --folder`,
    'emptied',
  );
}
