import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { clock } from '@/lib/core/time';
import { importMember } from '@/lib/members/commands';

import { bringThread, type People } from './discourse-bring-thread';
import { openBoards, type Boards } from './discourse-open-boards';
import { openDiscourseFolder, type DiscourseFolder } from './discourse-read';
import type { ImportedMember } from './discourse-types';
import { refusedSave } from './refused-save';
import { createTally, type Refusal } from './report';

export const discourse = 'discourse';

export type Stage = 'files' | 'members' | 'threads';
export type DiscourseWatch = {
  /** The forum's address, for links and pictures that the export names by path. */
  base?: string;
  onRefusal?: (refusal: Refusal) => void;
  onStep?: (stage: Stage, done: number, total: number) => void;
};
export type DiscourseImported = { threads: number; posts: number; members: number; refused: number; /** Of the posts: how many are new here. */ added: number; empty: boolean };

type Run = DiscourseWatch & { refuse: (refusal: Refusal) => void; done: Omit<DiscourseImported, 'refused' | 'empty'> };

/** Brings a folder of Discourse's JSON: boards, members, threads. What is here already stays; a second run changes nothing. */
export async function importDiscourse(folder: string, watch: DiscourseWatch = {}): Promise<DiscourseImported> {
  const tally = createTally();
  const refuse = (refusal: Refusal) => {
    tally.add(refusal);
    watch.onRefusal?.(refusal);
  };
  const found = await openDiscourseFolder(folder, { baseUrl: watch.base, onFile: (done, total) => watch.onStep?.('files', done, total) });
  found.refused.forEach(refuse);
  const run: Run = { ...watch, refuse, done: { threads: 0, posts: 0, members: 0, added: 0 } };
  const boards = await openBoards(found.boards, refuse);
  const people = await bringMembers(found.members, run);
  await bringThreads(found, boards, people, run);
  const empty = found.boards.length + found.members.length + found.threadCount === 0;
  return { ...run.done, refused: tally.refused, empty };
}

async function bringMembers(members: ImportedMember[], run: Run): Promise<People> {
  const people: People = new Map();
  for (const [at, member] of members.entries()) {
    try {
      const { id, handle, emailTaken } = await transact(importMember)(system, toMember(member));
      people.set(member.sourceId, { id, handle });
      run.done.members += 1;
      if (emailTaken) run.refuse(memberRefusal(member, 'email-taken', `the address of ${member.username} is a member's already; kept without it`, 0));
    } catch (error) {
      const { code, reason } = refusedSave(error);
      run.refuse(memberRefusal(member, code, `${member.username}: ${reason}`, 1));
    }
    run.onStep?.('members', at + 1, members.length);
  }
  return people;
}

// Roles are given here, never brought; and trust above 3 is given by staff only.
function toMember({ sourceId, username, name, email, bio, trustLevel, createdAt, firstPostAt, suspendedUntil, system: machine }: ImportedMember) {
  return {
    source: discourse, sourceId, username, name, bio: bio ?? '', suspendedUntil,
    email: machine ? null : email,
    trust: Math.min(trustLevel ?? 0, 3),
    joinedAt: createdAt ?? firstPostAt ?? clock(),
  };
}

function memberRefusal(member: ImportedMember, code: string, reason: string, count: number): Refusal {
  return { file: member.file ?? 'the folder', row: member.row ?? 0, list: 'user', code, reason, count };
}

async function bringThreads(found: DiscourseFolder, boards: Boards, people: People, run: Run): Promise<void> {
  let read = 0;
  for await (const thread of found.threads()) {
    const kept = await bringThread(thread, { boards, people, base: run.base }).catch((error: unknown) => refusedSave(error));
    if ('code' in kept) {
      run.refuse({ file: `topic ${thread.sourceId}`, row: 0, ...kept, count: 1 + thread.posts.length });
    } else {
      run.done.threads += 1;
      run.done.posts += thread.posts.length;
      run.done.added += kept.added;
    }
    run.onStep?.('threads', (read += 1), found.threadCount);
  }
}
