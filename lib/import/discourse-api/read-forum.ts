import { ForumStopped, type ForumApi } from './api-client';
import { openForumFolder, type ForumFolder, type Round } from './forum-folder';
import { listChanges, listTopics } from './list-topics';
import type { Lists } from './forum-lists';
import { readLists } from './read-lists';
import { markGone, readTopic, topicFile, type TopicRead, type TopicReading } from './read-topic';

export type ReadForum = {
  api: ForumApi;
  folder: string;
  now: Date;
  /** Reads topics again that the lists say are unchanged: an edit in the middle of a topic shows in no list. */
  again?: boolean;
  onLists?: (what: 'members' | 'topics', found: number) => void;
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
};
type Run = ReadForum & { into: ForumFolder; round: Round; lists: Lists; done: ForumRead; topic: TopicReading };

/** So many topics may vanish at once, however small the forum is. */
const fewGone = 10;
/** More topics than this in a row that cannot be read mean that the forum is out of order, not the topics. */
const mostSkipped = 3;

/**
 * Reads a forum through its API into a folder that the importer reads, or brings that folder up to date. Stopped at any moment, the next
 * run goes on: what is in the folder is asked for again only where the forum's lists say that it changed. Throws ForumStopped where it
 * cannot go on; what has been read stays.
 */
export async function readForum(given: ReadForum): Promise<ForumRead> {
  const into = await openForumFolder(given.folder, given.api.site, given.now);
  if (!into.round) await into.note({ begin: given.now.toISOString(), site: given.api.site });
  const round = into.round!;
  if (!round.lists) await into.note({ lists: await readLists({ api: given.api, folder: into }) });
  const lists = round.lists!;
  given.onLists?.('members', lists.users);
  const done: ForumRead = {
    ...{ topics: 0, read: 0, users: lists.users, gone: 0, skipped: [], without: lists.without, unknown: 0 },
  };
  const run: Run = { ...given, into, round, lists, done, topic: { api: given.api, folder: into } };
  if (given.again) into.topics.forEach((_, id) => into.topics.set(id, 'again'));
  const walking = { api: given.api, folder: into, round, categories: lists.categories };
  await listTopics({ ...walking, onPage: (found) => given.onLists?.('topics', found) });
  await readTopics(run);
  await listChanges(walking);
  await readTopics(run);
  await findGone(run);
  done.topics = into.topics.size;
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
  let inARow = 0;
  for (const [at, [id, row]] of wanted.entries()) {
    const outcome = await readTopic(run.topic, id);
    inARow = outcome === 'skipped' ? inARow + 1 : 0;
    if (inARow > mostSkipped)
      throw new ForumStopped(
        'the forum no longer answers as it should; run it again later, it goes on where it stopped',
      );
    await settle(run, { id, row, outcome });
    run.onTopic?.(at + 1, wanted.length);
  }
}

async function settle(run: Run, { id, row, outcome }: { id: number; row: string; outcome: TopicRead }): Promise<void> {
  const { into, round, done } = run;
  if (outcome === 'skipped') return void done.skipped.push(id);
  if (outcome === 'gone') {
    round.rows.delete(id);
    if (into.topics.has(id)) await noteGone(run, id);
    return;
  }
  done.read += 1;
  await into.note({ topic: id, row });
}

/** Topics that were read in an earlier round and that no list names any more. */
async function findGone(run: Run): Promise<void> {
  const { into, round, lists, done } = run;
  const vanished = [...into.topics.keys()].filter((id) => !round.rows.has(id));
  if (!lists.staff) return void (done.unknown = vanished.length);
  if (vanished.length > fewGone && vanished.length * 2 > into.topics.size) {
    const share = `${vanished.length} of ${into.topics.size} topics`;
    throw new ForumStopped(
      `${share} are in no list any more. If the forum was really emptied, name a new folder by --folder`,
    );
  }
  for (const id of vanished) {
    // The list may have missed it; then it is read again instead.
    const outcome = await readTopic(run.topic, id);
    if (outcome === 'gone') await noteGone(run, id);
    else if (outcome === 'written') done.read += 1;
  }
}

async function noteGone({ into, lists, done, now }: Run, id: number): Promise<void> {
  if (!lists.staff) return void (done.unknown += 1);
  await markGone({ folder: into }, id, now);
  await into.note({ topic: id, row: null });
  done.gone += 1;
}
