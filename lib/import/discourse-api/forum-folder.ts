import { createHash } from 'node:crypto';
import { appendFile, chmod, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { makeFolder } from '@/lib/core/make-folder';

import { ForumStopped } from './api-client';
import { numberOf, object } from './json';
import type { Lists } from './forum-lists';

/** How far the reading of a forum has come. It is over when `end` was noted; until then a later run goes on with it. */
export type Round = {
  startedAt: string;
  /** By walk, how many pages of a list were read, or that it was read to its end. */
  walks: Map<string, number | 'end'>;
  /** By topic, what the lists said of it. */
  rows: Map<number, string>;
  /** Topics that could not be read: a later run asks for them after all others. */
  skipped: Set<number>;
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
  | { skipped: number }
  | { end: string };

const journal = '.reading';
const longest = 24 * 3_600_000;

/** What the reader itself leaves when it is killed; nothing else of a folder is deleted. */
const drafts = /^(?:\.reading|[a-z_]+\.json|t\/\d+\.json|users\/page-\d+\.json)\.part$/;
/** What may stand in a folder that the reader has only begun: who holds it, and a journal that was never whole. */
const begun = /^\.reading\.(?:part|lock(?:\.[\d.]+)?)$/;

/** The file by which one run at a time holds a folder. */
export const lockOf = (folder: string) => path.join(folder, `${journal}.lock`);

/** Refuses a folder that holds something else than the reading of this forum. Changes nothing. */
export async function checkForumFolder(folder: string, site: string): Promise<void> {
  await openJournal(folder, site);
}

/** Opens the folder that a forum is read into, which nobody else may look into: it holds addresses. Refuses the folder of another forum. */
export async function openForumFolder(folder: string, site: string, now: Date): Promise<ForumFolder> {
  const known = await openJournal(folder, site);
  makeFolder(folder, 0o700);
  await chmod(folder, 0o700);
  for (const name of await draftsIn(folder)) await rm(path.join(folder, name), { force: true });
  const file = path.join(folder, journal);
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

async function openJournal(folder: string, site: string): Promise<Known> {
  const names = await namesIn(folder);
  if (!names.includes(journal)) {
    const other = names.find((name) => !begun.test(name));
    if (other !== undefined) throw notOurs(folder, other);
    return { topics: new Map(), round: null };
  }
  const text = await readFile(path.join(folder, journal), 'utf8').catch(() => '');
  const of = parse(text.slice(0, text.indexOf('\n') + 1))?.site;
  if (typeof of !== 'string') throw notOurs(folder, journal);
  if (of !== site)
    throw new ForumStopped(`${folder} holds the forum of ${of}: name another folder by --folder`, 'folder');
  return replay(text);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new ForumStopped(`${folder} cannot be read as a folder: name another one by --folder`, 'folder');
  });
}

function notOurs(folder: string, name: string): ForumStopped {
  return new ForumStopped(
    `${folder} is not empty, and no forum was read into it (it holds ${name}): name another folder, or an empty one, by --folder`,
    'folder',
  );
}

async function draftsIn(folder: string): Promise<string[]> {
  const below = async (name: string) =>
    (await readdir(path.join(folder, name)).catch(() => [])).map((each) => `${name}/${each}`);
  const all = [...(await readdir(folder)), ...(await below('t')), ...(await below('users'))];
  return all.filter((name) => drafts.test(name));
}

// The last line may be torn by a kill: what it said is then done again.
function replay(text: string): Known {
  const known: Known = { topics: new Map(), round: null };
  for (const each of text.split('\n')) {
    const line = parse(each);
    if (line) take(known, line as Note);
  }
  return known;
}

function take(known: Known, line: Note): void {
  if ('begin' in line) {
    known.round = line.begin ? { startedAt: line.begin, walks: new Map(), rows: new Map(), skipped: new Set() } : null;
  } else if ('lists' in line) {
    if (known.round) known.round.lists = line.lists;
  } else if ('walk' in line) {
    known.round?.walks.set(line.walk, line.pages);
    for (const [id, row] of line.rows) known.round?.rows.set(id, row);
  } else if ('topic' in line) {
    if (line.row === null) known.topics.delete(line.topic);
    else known.topics.set(line.topic, line.row);
  } else if ('skipped' in line) known.round?.skipped.add(line.skipped);
  else if ('end' in line) known.round = null;
}

function summary({ topics, round }: Known, site: string): string {
  const first: Note = { begin: round?.startedAt ?? '', site };
  const lines: Note[] = [first, ...[...topics].map(([topic, row]) => ({ topic, row }))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const line = object(JSON.parse(text));
    const numbered = numberOf(line.topic) !== null || numberOf(line.skipped) !== null;
    const whole = numbered || 'begin' in line || 'end' in line || 'lists' in line || Array.isArray(line.rows);
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
