import { BoardBook } from './discourse-boards';
import { createReader, listJsonFiles, type FoundLists } from './discourse-files';
import { loosePart, looseTopics } from './discourse-loose';
import { MemberBook } from './discourse-members';
import { RecordBook } from './discourse-records';
import { topicRowShape, shapeReason, type Post } from './discourse-shape';
import { buildThread, type BuiltThread, type TopicPart } from './discourse-thread';
import type { ImportedBoard, ImportedMember, ImportedThread } from './discourse-types';
import type { Refusal } from './report';

export type DiscourseOptions = {
  /** The forum's address, for avatars that the export names by path. */
  baseUrl?: string;
  onFile?: (done: number, total: number) => void;
};
export type DiscourseFolder = {
  boards: ImportedBoard[];
  members: ImportedMember[];
  refused: Refusal[];
  threadCount: number;
  /** Whether any list of categories is in the folder. */
  namesBoards: boolean;
  /** Links and pictures of posts that lead somewhere only when the forum's address is known. */
  relative: number;
  /** What stays behind by design. */
  left: { notes: number };
  /** What Millet has no place for yet, by kind and id; the tags of topics come along with their threads. */
  records: RecordBook;
  /** Ids of topics that were deleted there. */
  deleted: string[];
  /** Reads the topics again, one at a time, so that a large forum never stands in memory. */
  threads(only?: ReadonlySet<string>): AsyncGenerator<ImportedThread>;
};

type Reader = ReturnType<typeof createReader>;
type Books = {
  read: Reader;
  boards: BoardBook;
  members: MemberBook;
  refused: Refusal[];
  rows: Map<number, TopicRow>;
  topics: Map<number, string[]>;
  records: RecordBook;
  count: { relative: number; notes: number };
  deleted: string[];
};
type TopicRow = { file: string; row: number; title: string };
type Ready = { id: number; files: string[] };

/** Surveys a folder of Discourse JSON: boards and members at once, threads as a stream. */
export async function openDiscourseFolder(folder: string, options: DiscourseOptions = {}): Promise<DiscourseFolder> {
  const refused: Refusal[] = [];
  const refuse = (refusal: Refusal) => void refused.push(refusal);
  const members = new MemberBook(options.baseUrl, refuse);
  const count = { relative: 0, notes: 0 };
  const books: Books = {
    read: createReader(folder),
    boards: new BoardBook(refuse),
    members,
    records: new RecordBook(),
    refused,
    rows: new Map(),
    topics: new Map(),
    count,
    deleted: [],
  };
  await surveyFiles(folder, books, options);
  const ready = await surveyTopics(books);
  refuseRowsWithoutTopic(books);
  const boards = books.boards.all();
  return {
    boards,
    members: members.all(),
    refused,
    threadCount: ready.length,
    namesBoards: books.boards.anyListed(),
    relative: count.relative,
    left: count,
    records: books.records,
    deleted: books.deleted,
    threads: (only) => streamThreads(only ? ready.filter(({ id }) => only.has(`${id}`)) : ready, books),
  };
}

/** The whole folder at once, for small exports and tests. */
export async function readDiscourseFolder(folder: string, options: DiscourseOptions = {}) {
  const { boards, members, refused, threads: stream } = await openDiscourseFolder(folder, options);
  const threads: ImportedThread[] = [];
  for await (const thread of stream()) threads.push(thread);
  return { boards, members, threads, refused };
}

async function surveyFiles(folder: string, books: Books, options: DiscourseOptions): Promise<void> {
  const files = await listJsonFiles(folder).catch(() => undefined);
  if (!files?.length) {
    const reason = files ? 'the folder holds no JSON files' : 'the folder cannot be read';
    books.refused.push({ file: folder, row: 0, code: files ? 'folder-empty' : 'folder-unreadable', reason });
    return;
  }
  for (const [at, file] of files.entries()) {
    const lists = await books.read(file);
    if ('code' in lists) books.refused.push(lists);
    else takeLists(file, lists, books);
    options.onFile?.(at + 1, files.length);
  }
}

function takeLists(file: string, lists: FoundLists, books: Books): void {
  lists.categories.forEach((value, at) => books.boards.addListed(file, at + 1, value));
  lists.mentionedCategories.forEach((value) => books.boards.addMentioned(value));
  books.records.add(lists.records);
  lists.users.forEach((value, at) => books.members.addListed(file, at + 1, value));
  lists.mentionedUsers.forEach((value) => books.members.addMentioned(value));
  lists.topicRows.forEach((value, at) => takeRow(file, at + 1, value, books));
  if (lists.topic) takeTopic(file, lists.topic, books);
  for (const id of looseTopics(lists).keys()) books.topics.set(id, [...(books.topics.get(id) ?? []), file]);
}

function takeRow(file: string, row: number, value: unknown, { rows, refused }: Books): void {
  const topic = topicRowShape.safeParse(value);
  if (!topic.success) {
    refused.push({ file, row, list: 'topic', code: 'topic-shape', reason: shapeReason(topic.error) });
    return;
  }
  const { id, title } = topic.data;
  const known = rows.get(id);
  if (!known) rows.set(id, { file, row, title });
  // Pages of a topic list overlap when a topic moves between two requests; only another topic is a fault.
  else if (known.title !== title) {
    refused.push({
      file,
      row,
      list: 'topic',
      code: 'duplicate-id',
      reason: `"${title}" has the id ${id} of "${known.title}"`,
    });
  }
}

function takeTopic(file: string, { topic, posts }: NonNullable<FoundLists['topic']>, { topics, refused }: Books): void {
  const { id } = topic;
  if (typeof id !== 'number') {
    refused.push({ file, row: 0, code: 'topic-shape', reason: 'the topic has no id', count: 1 + posts.length });
    return;
  }
  topics.set(id, [...(topics.get(id) ?? []), file]);
}

/** Judges every topic once, so that boards, members and refusals are known before the first thread is written. */
async function surveyTopics(books: Books): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const [id, files] of books.topics) {
    const { thread, sources, refused, notes, deletedTopic } = await readThread({ id, files }, books);
    books.refused.push(...refused);
    books.count.notes += notes;
    if (deletedTopic) books.deleted.push(deletedTopic);
    if (!thread) continue;
    ready.push({ id, files });
    books.boards.need(thread.categoryId);
    for (const post of sources) {
      books.members.addAuthor(post);
      books.count.relative += relativeIn(post);
    }
  }
  return ready;
}

const RELATIVE = /(?:href|src)="\/(?!\/|u\/|users\/)[^"]/g;
const RELATIVE_RAW = /upload:\/\/|\]\(\/(?!\/)/g;

function relativeIn({ cooked, raw }: Post): number {
  return (cooked ? cooked.match(RELATIVE)?.length : raw?.match(RELATIVE_RAW)?.length) ?? 0;
}

async function* streamThreads(ready: Ready[], books: Books): AsyncGenerator<ImportedThread> {
  for (const each of ready) {
    const { thread } = await readThread(each, books);
    if (!thread) continue;
    const { categoryId, ...rest } = thread;
    yield { ...rest, board: books.boards.need(categoryId) };
  }
}

async function readThread({ id, files }: Ready, { read, rows }: Books): Promise<BuiltThread> {
  const parts: TopicPart[] = [];
  for (const file of files) {
    const lists = await read(file);
    if ('code' in lists) continue;
    if (lists.topic && lists.topic.topic.id === id) parts.push({ file, ...lists.topic });
    const posts = looseTopics(lists).get(id);
    if (posts) parts.push(loosePart(file, id, posts, rows.get(id)?.title));
  }
  return buildThread(parts);
}

function refuseRowsWithoutTopic({ rows, topics, refused }: Books): void {
  for (const [id, { file, row, title }] of rows) {
    if (topics.has(id)) continue;
    const reason = `"${title}" is only listed: its posts (topic ${id}) are not in the folder`;
    refused.push({ file, row, list: 'topic', code: 'no-posts', reason });
  }
}
