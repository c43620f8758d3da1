import { randomUUID } from 'node:crypto';

import { beforeAll, beforeEach, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeProduct, makeThread, setReaders } from '@/tests/support/forum-factories';
import { refusal } from '@/tests/support/refusal';
import { withTags } from '@/tests/support/with-tags';

import * as commands from './commands';
import { listBoards } from './queries';
import { runMerge } from './run-merge';
import { addBoardInput, changeBoardInput } from './schema';

const [merge, start, archive, unarchive, add, change, bring] = [
  transact(commands.mergeBoard),
  transact(commands.startThread),
  transact(commands.archiveBoard),
  transact(commands.unarchiveBoard),
  transact(commands.addBoard),
  transact(commands.changeBoard),
  transact(commands.importBoard),
] as const;
const form = { name: 'Another name', reads: 'EVERYONE', starts: 'READERS', replies: 'READERS', productId: '' };

let admin: SignedIn;
let fan: SignedIn;
beforeAll(async () => void ([admin, fan] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()]));
beforeEach(async () => {
  await db.boardMerge.deleteMany();
  await db.thread.deleteMany();
  await db.board.deleteMany();
});

it.each(['waits', 'has begun'])('readers, product and archive of both boards stay while a merge %s', async (state) => {
  const [from, into] = [await makeBoard(), await makeBoard()];
  await makeThread(fan, from);
  const { merge: id } = await merge(admin, { board: from.slug, into: into.slug });
  if (state === 'has begun') {
    await db.boardMerge.update({ where: { id }, data: { startedAt: new Date() } });
    await db.boardArchive.create({ data: { boardId: from.id, at: new Date() } });
  }
  for (const { slug } of [from, into]) {
    expect(await refusal(change(admin, changeBoardInput.parse({ ...form, board: slug, shown: '1' })))).toBe(
      'board-merging',
    );
    expect(await refusal(archive(admin, { board: slug, reason: '' }))).toBe('board-merging');
    expect(await refusal(unarchive(admin, { board: slug }))).toBe('board-merging');
    expect(await refusal(add(admin, addBoardInput.parse({ ...form, parent: slug })))).toBe('board-merging');
  }
  await runMerge({ mergeId: id });
  expect(await refusal(change(admin, changeBoardInput.parse({ ...form, board: into.slug, shown: '1' })))).toBe('done');
});

it('into a board that fewer read, no cached answer outlives; into one that as many read, others stay', async () => {
  const tagsOf = async (visibility: 'MEMBERS' | 'PUBLIC') => {
    const [from, into] = [await makeBoard(), await makeBoard({ visibility })];
    await makeThread(fan, from);
    const { merge: mergeId } = await merge(admin, { board: from.slug, into: into.slug });
    return (await withTags(() => runMerge({ mergeId }))).tags;
  };
  expect(await tagsOf('MEMBERS')).toContain('everything');
  expect(await tagsOf('PUBLIC')).not.toContain('everything');
});

it('an idea that is being written when a merge begins is waited for, and the merge is given up', async () => {
  const product = await makeProduct();
  const [from, into] = [await makeBoard({ productId: product.id }), await makeBoard()];
  const { merge: mergeId } = await merge(admin, { board: from.slug, into: into.slug });
  const idea = { board: from.slug, kind: 'IDEA' as const, title: 'A title long enough', body: 'x' };
  let commit = () => {};
  let writing = Promise.resolve();
  await new Promise<void>((started) => {
    writing = inTransaction(fan, async (ctx) => {
      await commands.startThread(ctx, idea);
      started();
      await new Promise<void>((resolve) => (commit = resolve));
    });
  });
  // Control: who asks without waiting for the board's row sees no idea.
  expect(await db.thread.count({ where: { boardId: from.id } })).toBe(0);
  const merging = runMerge({ mergeId });
  await new Promise((resolve) => setTimeout(resolve, 200));
  commit();
  await Promise.all([writing, merging]);
  expect(await db.thread.count({ where: { boardId: from.id, kind: 'IDEA' } })).toBe(1);
  expect(await db.boardMerge.count()).toBe(0);
  expect(await refusal(start(fan, idea))).toBe('done');
});

const imported = (sourceId: string, visibility: 'PUBLIC' | 'STAFF') => ({
  source: 'discourse',
  sourceId,
  slug: `from-${sourceId}`,
  name: 'Audio',
  description: '',
  position: 0,
  visibility,
  placeholder: false,
});

it('an import finds the board that took in one of its own, and opens none anew', async () => {
  const sourceId = randomUUID();
  const from = await bring(system, imported(sourceId, 'PUBLIC'));
  const [into, last] = [await makeBoard({ visibility: 'STAFF' }), await makeBoard({ visibility: 'STAFF' })];
  await runMerge({ mergeId: (await merge(admin, { board: from.slug, into: into.slug })).merge });
  expect(await bring(system, imported(sourceId, 'PUBLIC'))).toMatchObject({ id: into.id, slug: into.slug });
  await runMerge({ mergeId: (await merge(admin, { board: into.slug, into: last.slug })).merge });
  expect(await bring(system, imported(sourceId, 'PUBLIC'))).toMatchObject({ id: last.id });
  expect(await listBoards(reading(guest))).toEqual([]);
});

it('readers that an import changes wait until a merge is over or called back', async () => {
  const sourceId = randomUUID();
  const from = await bring(system, imported(sourceId, 'STAFF'));
  const into = await makeBoard();
  await setReaders(into.id, 'STAFF');
  const { merge: id } = await merge(admin, { board: from.slug, into: into.slug });
  const readers = async () => (await db.board.findUniqueOrThrow({ where: { id: from.id } })).visibility;
  await bring(system, imported(sourceId, 'PUBLIC'));
  expect(await readers()).toBe('STAFF');
  await transact(commands.callBackMerge)(admin, { merge: id });
  await bring(system, imported(sourceId, 'PUBLIC'));
  expect(await readers()).toBe('PUBLIC');
});
