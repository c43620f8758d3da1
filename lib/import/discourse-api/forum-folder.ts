import { createHash } from 'node:crypto';
import { appendFile, chmod, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { makeFolder } from '@/lib/core/make-folder';

import { ForumStopped } from './api-client';
import { numberOf, object, textOf } from './json';
import type { Lists } from './forum-lists';

/** How far the reading of a forum has come. It is over when `end` was noted; until then a later run goes on with it. */
export type Round = {
  startedAt: string;
  /** By walk, how many pages of a list were read, or that it was read to its end. */
  walks: Map<string, number | 'end'>;
  /** By topic, what the lists said of it. */
  rows: Map<number, string>;
  /** What was read beside the topics. */
  lists?: Lists;
};
export type ForumFolder = {
  path: string;
  /** By topic that is in the folder, what the lists said of it when it was read. */
  topics: Map<number, string>;
  round: Round | null;
  /** Writes a file whole or not at all, where it does not say the same already. */
  put(name: string, value: unknown): Promise<void>;
  /** A file that is written piece by piece, and stands under its name only once it is whole. */
  begin(name: string): Promise<{ write(text: string): Promise<void>; end(): Promise<void>; drop(): Promise<void> }>;
  read(name: string): Promise<unknown>;
  list(folder: string): Promise<string[]>;
  remove(name: string): Promise<void>;
  note(line: Note): Promise<void>;
};
export type Note =
  | { begin: string; site: string }
  | { lists: Lists }
  | { walk: string; pages: number | 'end'; rows: [number, string][] }
  | { topic: number; row: string | null }
  | { end: string };

const journal = '.reading';
const longest = 24 * 3_600_000;

/** Opens the folder that a forum is read into, which nobody else may look into: it holds addresses. Refuses the folder of another forum. */
export async function openForumFolder(folder: string, site: string, now: Date): Promise<ForumFolder> {
  makeFolder(folder, 0o700);
  await chmod(folder, 0o700);
  for (const name of await walk(folder)) if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true });
  const file = path.join(folder, journal);
  const text = await readFile(file, 'utf8').catch(() => '');
  const known = replay(text, site, folder);
  if (known.round && now.getTime() - Date.parse(known.round.startedAt) > longest) known.round = null;
  const self: ForumFolder = {
    path: folder,
    ...known,
    put: (name, value) => put(path.join(folder, name), JSON.stringify(value)),
    begin: (name) => beginFile(path.join(folder, name)),
    read: async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as unknown,
    list: async (name) => (await readdir(path.join(folder, name)).catch(() => [])).toSorted(),
    remove: (name) => rm(path.join(folder, name), { force: true }),
    async note(line) {
      take(self, line);
      if ('end' in line || 'begin' in line) await put(file, summary(self, site));
      else await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  };
  return self;
}

/** What two rows of a list must differ in for their topic to be read again, as one word. */
export function digestOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

type Known = Pick<ForumFolder, 'topics' | 'round'>;

// The last line may be torn by a kill: what it said is then done again.
function replay(text: string, site: string, folder: string): Known {
  const known: Known = { topics: new Map(), round: null };
  for (const each of text.split('\n')) {
    const line = parse(each);
    if (!line) continue;
    if ('site' in line && line.site !== site)
      throw new ForumStopped(`${folder} holds the forum of ${textOf(line.site)}: name another folder by --folder`);
    take(known, line as Note);
  }
  return known;
}

function take(known: Known, line: Note): void {
  if ('begin' in line) {
    known.round = line.begin ? { startedAt: line.begin, walks: new Map(), rows: new Map() } : null;
  } else if ('lists' in line) {
    if (known.round) known.round.lists = line.lists;
  } else if ('walk' in line) {
    known.round?.walks.set(line.walk, line.pages);
    for (const [id, row] of line.rows) known.round?.rows.set(id, row);
  } else if ('topic' in line) {
    if (line.row === null) known.topics.delete(line.topic);
    else known.topics.set(line.topic, line.row);
  } else if ('end' in line) known.round = null;
}

function summary({ topics, round }: Known, site: string): string {
  const first: Note = { begin: round?.startedAt ?? '', site };
  const lines: Note[] = [first, ...[...topics].map(([topic, row]) => ({ topic, row }))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const line = object(JSON.parse(text));
    const whole =
      'begin' in line || 'end' in line || 'lists' in line || numberOf(line.topic) !== null || Array.isArray(line.rows);
    return whole ? line : null;
  } catch {
    return null;
  }
}

async function put(file: string, text: string): Promise<void> {
  const size = await stat(file).then(
    ({ size: bytes }) => bytes,
    () => -1,
  );
  if (size === Buffer.byteLength(text) && (await readFile(file, 'utf8')) === text) return;
  const whole = await beginFile(file);
  await whole.write(text);
  await whole.end();
}

async function beginFile(file: string) {
  makeFolder(path.dirname(file), 0o700);
  const draft = `${file}.part`;
  const handle = await open(draft, 'w', 0o600);
  return {
    write: async (text: string) => void (await handle.write(text)),
    async end() {
      await handle.sync();
      await handle.close();
      await rename(draft, file);
    },
    async drop() {
      await handle.close();
      await rm(draft, { force: true });
    },
  };
}

async function walk(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true });
}
