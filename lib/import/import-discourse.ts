import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { importDeletion } from '@/lib/forum/commands';
import { importMember } from '@/lib/members/commands';

import { bringThread, type Brought } from './discourse-bring-thread';
import type { People } from './discourse-content';
import { openBoards, type Boards, type Unnamed } from './discourse-open-boards';
import { openDiscourseFolder, type DiscourseFolder } from './discourse-read';
import type { ImportedBoard, ImportedMember } from './discourse-types';
import { refusedSave } from './refused-save';
import { createLeftOut, createTally, type LeftOut, type Refusal } from './report';

export const discourse = 'discourse';

export type Stage = 'files' | 'members' | 'threads';
export type DiscourseWatch = {
  /** The forum's address, for links and pictures that the export names by path. */
  base?: string;
  /** Who reads boards that the folder names by number alone: staff, until a later run knows better. */
  boards?: Unnamed;
  /** Writes nothing while one of the above is missing that the folder needs. */
  strict?: boolean;
  /** With `strict`: goes on without the address. */
  withoutBase?: boolean;
  onRefusal?: (refusal: Refusal) => void;
  /** Called at the end with what was left out by design, and how many. */
  onLeftOut?: (what: string, count: number) => void;
  onStep?: (stage: Stage, done: number, total: number) => void;
};
export type DiscourseImported = {
  threads: number;
  posts: number;
  members: number;
  refused: number;
  /** Of the posts: how many are new here. */
  added: number;
  /** What was here already and has been brought up to date. */
  changed: number;
  empty: boolean;
};

type Run = DiscourseWatch & {
  refuse: (refusal: Refusal) => void;
  left: LeftOut;
  done: Omit<DiscourseImported, 'refused' | 'empty'>;
};

/** Brings a folder of Discourse's JSON: boards, members, threads. A later run brings what changed there since; what was changed here stays. */
export async function importDiscourse(folder: string, watch: DiscourseWatch = {}): Promise<DiscourseImported> {
  const tally = createTally();
  const refuse = (refusal: Refusal) => {
    tally.add(refusal);
    watch.onRefusal?.(refusal);
  };
  const found = await openDiscourseFolder(folder, {
    baseUrl: watch.base,
    onFile: (done, total) => watch.onStep?.('files', done, total),
  });
  const run: Run = {
    ...watch,
    refuse,
    left: createLeftOut(),
    done: { threads: 0, posts: 0, members: 0, added: 0, changed: 0 },
  };
  const unnamed = await unnamedBoards(found.boards);
  const asked = watch.strict ? questions(folder, found, unnamed, watch) : [];
  if (asked.length > 0) {
    asked.forEach(refuse);
    return { ...run.done, refused: tally.refused, empty: true };
  }
  found.refused.forEach(refuse);
  await bring(found, run);
  tellLeftOut(found, unnamed, run);
  const empty = found.boards.length + found.members.length + found.threadCount === 0;
  return { ...run.done, refused: tally.refused, empty };
}

async function bring(found: DiscourseFolder, run: Run): Promise<void> {
  const boards = await openBoards(found.boards, run.refuse, run.boards);
  const people = await bringMembers(found.members, run);
  await bringThreads(found, boards, people, run);
  for (const sourceId of found.deleted) {
    if (await transact(importDeletion)(system, { source: discourse, sourceId })) run.done.changed += 1;
  }
}

/** Boards that this folder names by number alone and no earlier one has named. */
async function unnamedBoards(boards: ImportedBoard[]): Promise<ImportedBoard[]> {
  const numbers = boards.filter(({ unnamed }) => unnamed);
  if (numbers.length === 0) return [];
  const known = await db.board.findMany({
    where: { source: discourse, sourceId: { in: numbers.map(({ sourceId }) => sourceId) } },
    select: { sourceId: true, imported: true },
  });
  const named = new Set(
    known
      .filter(({ imported }) => (imported as { placeholder?: boolean } | null)?.placeholder === false)
      .map(({ sourceId }) => sourceId),
  );
  return numbers.filter(({ sourceId }) => !named.has(sourceId));
}

/** What must be known before anything is written, since it would be seen by nobody, or by too many, or not at all. */
function questions(
  folder: string,
  found: DiscourseFolder,
  unnamed: ImportedBoard[],
  { base, boards, withoutBase }: DiscourseWatch,
): Refusal[] {
  const asked: Refusal[] = [];
  if (unnamed.length > 0 && !found.namesBoards && !boards) {
    const reason = `nothing says what the categories ${numbersOf(unnamed)} are called and who may read them: put categories.json into the folder, or say --boards public or --boards staff; a later run with categories.json names them`;
    asked.push({ file: folder, row: 0, code: 'boards-unnamed', reason });
  }
  if (found.relative > 0 && !base && !withoutBase) {
    const reason = `${found.relative} links and pictures are named by path alone: say --from https://forum.example (the old forum's address), or --from none to go on without them; a later run with the address brings them`;
    asked.push({ file: folder, row: 0, code: 'from-missing', reason });
  }
  return asked;
}

function numbersOf(boards: ImportedBoard[]): string {
  const numbers = boards.map(({ sourceId }) => sourceId);
  return numbers.length > 20
    ? `${numbers.slice(0, 20).join(', ')} and ${numbers.length - 20} more`
    : numbers.join(', ');
}

function tellLeftOut(found: DiscourseFolder, unnamed: ImportedBoard[], { left, boards, onLeftOut }: Run): void {
  left.add('notes of the forum about a topic, such as that it was closed', found.left.notes);
  left.add('tags of topics', found.left.tags);
  left.add('pictures of members', found.members.filter(({ avatarUrl }) => avatarUrl).length);
  left.add(
    'levels of trust above 3, which the team gives here: those members have 3',
    found.members.filter(({ trustLevel }) => (trustLevel ?? 0) > 3).length,
  );
  if (boards !== 'public')
    left.add(
      `names of boards: ${numbersOf(unnamed)} are for staff only until a run with categories.json, or with --boards public`,
      unnamed.length,
    );
  if (onLeftOut) left.each(onLeftOut);
}

async function bringMembers(members: ImportedMember[], run: Run): Promise<People> {
  const people: People = new Map();
  for (const [at, member] of members.entries()) {
    try {
      const { id, handle, emailTaken } = await transact(importMember)(system, toMember(member));
      people.set(member.sourceId, { id, handle });
      run.done.members += 1;
      if (emailTaken)
        run.refuse(
          memberRefusal(
            member,
            'email-taken',
            `the address of ${member.username} is a member's already; kept without it`,
            0,
          ),
        );
    } catch (error) {
      const { code, reason } = refusedSave(error);
      run.refuse(memberRefusal(member, code, `${member.username}: ${reason}`, 1));
    }
    run.onStep?.('members', at + 1, members.length);
  }
  return people;
}

// Roles are given here, never brought; and trust above 3 is given by staff only.
function toMember({
  sourceId,
  username,
  name,
  email,
  bio,
  trustLevel,
  createdAt,
  firstPostAt,
  suspendedUntil,
  system: machine,
}: ImportedMember) {
  return {
    source: discourse,
    sourceId,
    username,
    name,
    bio: bio ?? '',
    suspendedUntil,
    email: machine ? null : email,
    trust: Math.min(trustLevel ?? 0, 3),
    joinedAt: createdAt ?? firstPostAt ?? clock(),
  };
}

function memberRefusal(member: ImportedMember, code: string, reason: string, count: number): Refusal {
  return { file: member.file ?? 'the folder', row: member.row ?? 0, list: 'user', code, reason, count };
}

async function bringThreads(found: DiscourseFolder, boards: Boards, people: People, run: Run): Promise<void> {
  const onDead = (count: number) =>
    run.left.add("links and pictures that only the forum's address leads to: run again with --from https://…", count);
  const onLost = (count: number) => run.left.add('frames of other sites', count);
  const place = { boards, people, base: run.base };
  const waiting = new Map<string, string[]>();
  const here = new Set<string>();
  let read = 0;
  for await (const thread of found.threads()) {
    const kept: Brought | { code: string; reason: string } = await bringThread(thread, {
      ...place,
      onDead,
      onLost,
    }).catch((error: unknown) => refusedSave(error));
    if ('code' in kept) {
      run.refuse({ file: `topic ${thread.sourceId}`, row: 0, ...kept, count: 1 + thread.posts.length });
    } else {
      run.done.threads += 1;
      run.done.posts += thread.posts.length;
      run.done.added += kept.added;
      run.done.changed += kept.changed;
      here.add(thread.sourceId);
      if (kept.missing.length > 0) waiting.set(thread.sourceId, kept.missing);
    }
    run.onStep?.('threads', (read += 1), found.threadCount);
  }
  // Threads that link to one that came after them, or to their own posts: now all have their addresses.
  const again = new Set([...waiting].flatMap(([id, missing]) => (missing.some((each) => here.has(each)) ? [id] : [])));
  if (again.size === 0) return;
  for await (const thread of found.threads(again)) await bringThread(thread, place);
}
