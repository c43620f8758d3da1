import { BoardBook } from './discourse-boards';
import { listJsonFiles, readLists, type FoundLists } from './discourse-files';
import { MemberBook } from './discourse-members';
import { topicRowShape, shapeReason } from './discourse-shape';
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
  /** Reads the topics again, one at a time, so that a large forum never stands in memory. */
  threads(): AsyncGenerator<ImportedThread>;
};

type Books = { boards: BoardBook; members: MemberBook; refused: Refusal[]; rows: Map<number, TopicRow>; topics: Map<number, string[]> };
type TopicRow = { file: string; row: number; title: string };

/** Surveys a folder of Discourse JSON: boards and members at once, threads as a stream. */
export async function openDiscourseFolder(folder: string, options: DiscourseOptions = {}): Promise<DiscourseFolder> {
  const refused: Refusal[] = [];
  const refuse = (refusal: Refusal) => void refused.push(refusal);
  const members = new MemberBook(options.baseUrl, refuse);
  const books: Books = { boards: new BoardBook(refuse), members, refused, rows: new Map(), topics: new Map() };
  await surveyFiles(folder, books, options);
  const ready = await surveyTopics(folder, books);
  refuseRowsWithoutTopic(books);
  const boards = books.boards.all();
  return {
    boards,
    members: members.all(),
    refused,
    threadCount: ready.length,
    threads: () => streamThreads(folder, ready, books),
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
    const lists = await readLists(folder, file);
    if ('code' in lists) books.refused.push(lists);
    else takeLists(file, lists, books);
    options.onFile?.(at + 1, files.length);
  }
}

function takeLists(file: string, lists: FoundLists, books: Books): void {
  lists.categories.forEach((value, at) => books.boards.addListed(file, at + 1, value));
  lists.mentionedCategories.forEach((value) => books.boards.addMentioned(value));
  lists.users.forEach((value, at) => books.members.addListed(file, at + 1, value));
  lists.mentionedUsers.forEach((value) => books.members.addMentioned(value));
  lists.topicRows.forEach((value, at) => takeRow(file, at + 1, value, books));
  if (lists.topic) takeTopic(file, lists.topic, books);
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
    refused.push({ file, row, list: 'topic', code: 'duplicate-id', reason: `"${title}" has the id ${id} of "${known.title}"` });
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
async function surveyTopics(folder: string, books: Books): Promise<string[][]> {
  const ready: string[][] = [];
  for (const files of books.topics.values()) {
    const { thread, sources, refused } = await readThread(folder, files);
    books.refused.push(...refused);
    if (!thread) continue;
    ready.push(files);
    books.boards.need(thread.categoryId);
    sources.forEach((post) => books.members.addAuthor(post));
  }
  return ready;
}

async function* streamThreads(folder: string, ready: string[][], { boards }: Books): AsyncGenerator<ImportedThread> {
  for (const files of ready) {
    const { thread } = await readThread(folder, files);
    if (!thread) continue;
    const { categoryId, ...rest } = thread;
    yield { ...rest, board: boards.need(categoryId) };
  }
}

async function readThread(folder: string, files: string[]): Promise<BuiltThread> {
  const parts: TopicPart[] = [];
  for (const file of files) {
    const lists = await readLists(folder, file);
    if ('topic' in lists && lists.topic) parts.push({ file, ...lists.topic });
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
