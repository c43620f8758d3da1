import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { clock } from '@/lib/core/time';
import { importDeletion } from '@/lib/forum/commands';
import { importMember } from '@/lib/members/commands';

import { bringThread, type Brought } from './discourse-bring-thread';
import type { People } from './discourse-content';
import { createLeftOut, type LeftOut, type TellLeftOut } from './left-out';
import { openBoards, type Boards, type Unnamed } from './discourse-open-boards';
import { openDiscourseFolder, type DiscourseFolder } from './discourse-read';
import type { ImportedBoard, ImportedMember, ImportedThread } from './discourse-types';
import { numbersOf, questions, unnamedBoards } from './discourse-questions';
import { isPicture, keepRecords } from './discourse-records';
import { refusedSave } from './refused-save';
import { createTally, type Refusal } from './report';

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
  /** The folder holds all that the forum has, so what it does not name exists there no more. */
  whole?: boolean;
  /** Writes nothing and answers what would come. */
  rehearse?: boolean;
  onRefusal?: (refusal: Refusal) => void;
  /** Called at the end with what was left out by design, and how many. */
  onLeftOut?: TellLeftOut;
  /** Called at the end with what is kept until Millet has a place for it. */
  onKept?: (what: string, count: number) => void;
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
  /** Of a rehearsal: boards, those for staff only, and members who could claim their account by an address. */
  rehearsal?: { boards: number; closed: number; claimable: number };
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
  if (watch.rehearse) await count(found, run);
  else await bring(found, run);
  tellLeftOut(found, unnamed, run);
  const empty = found.boards.length + found.members.length + found.threadCount === 0;
  return { ...run.done, refused: tally.refused, empty };
}

/** What an import would bring. */
async function count(found: DiscourseFolder, { done, onStep }: Run): Promise<void> {
  done.members = found.members.length;
  done.rehearsal = {
    boards: found.boards.length,
    closed: found.boards.filter((board) => board.private).length,
    claimable: found.members.filter(({ email, system: machine }) => email && !machine).length,
  };
  for await (const { posts } of found.threads()) {
    done.threads += 1;
    done.posts += posts.length;
    onStep?.('threads', done.threads, found.threadCount);
  }
}

async function bring(found: DiscourseFolder, run: Run): Promise<void> {
  const { refuse, whole = false } = run;
  const boards = await openBoards(found.boards, refuse, run.boards);
  const people = await bringMembers(found.members, run);
  const records = keepRecords({ book: found.records, members: found.members, whole, refuse });
  await bringThreads(found, { boards, people, onThread: records.thread }, run);
  for (const [what, count] of await records.end()) run.onKept?.(what, count);
  for (const sourceId of found.deleted) {
    if (await transact(importDeletion)(system, { source: discourse, sourceId })) run.done.changed += 1;
  }
}

function tellLeftOut(found: DiscourseFolder, unnamed: ImportedBoard[], { left, boards, onLeftOut }: Run): void {
  left.add('topic-notes', found.left.notes);
  left.add('member-pictures', found.members.filter(({ avatarUrl }) => isPicture(avatarUrl)).length);
  left.add('trust-levels', found.members.filter(({ trustLevel }) => (trustLevel ?? 0) > 3).length);
  if (boards !== 'public') left.add('board-names', unnamed.length, numbersOf(unnamed));
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

type Brings = { boards: Boards; people: People; onThread: (thread: ImportedThread) => Promise<void> };

async function bringThreads(found: DiscourseFolder, { boards, people, onThread }: Brings, run: Run): Promise<void> {
  const onDead = (count: number) => run.left.add('dead-links', count);
  const onLost = (count: number) => run.left.add('frames', count);
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
      await onThread(thread);
      if (kept.missing.length > 0) waiting.set(thread.sourceId, kept.missing);
    }
    run.onStep?.('threads', (read += 1), found.threadCount);
  }
  // Threads that link to one that came after them, or to their own posts: now all have their addresses.
  const again = new Set([...waiting].flatMap(([id, missing]) => (missing.some((each) => here.has(each)) ? [id] : [])));
  if (again.size === 0) return;
  for await (const thread of found.threads(again)) await bringThread(thread, place);
}
