import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeReply, makeThread, setReaders } from '@/tests/support/forum-factories';
import { countStatements } from '@/tests/support/database';
import { refusal } from '@/tests/support/refusal';

import * as commands from './commands';
import { getBoardPage, getThreadPage, listBoards, listBoardsToWrite } from './queries';
import { listStaffBoards } from './queries/staff-boards';
import { addBoardInput, changeBoardInput } from './schema';
import { inTree, refusalOfPlace } from './tree';

const [add, change, move, remove, archive, unarchive] = [
  transact(commands.addBoard),
  transact(commands.changeBoard),
  transact(commands.moveBoard),
  transact(commands.deleteBoard),
  transact(commands.archiveBoard),
  transact(commands.unarchiveBoard),
] as const;
const form = { reads: 'EVERYONE', starts: 'READERS', replies: 'READERS', productId: '' };

let admin: SignedIn;
let fan: SignedIn;
beforeAll(async () => void ([admin, fan] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()]));
beforeEach(async () => {
  await db.thread.deleteMany();
  await db.board.updateMany({ data: { parentId: null } });
  await db.board.deleteMany();
});

const open = (name: string, parent = '', more: object = {}) =>
  add(admin, addBoardInput.parse({ ...form, name, parent, ...more }));
async function put(name: string, parent: string, more: object = {}) {
  const { version } = await db.board.findUniqueOrThrow({ where: { slug: name } });
  return change(admin, changeBoardInput.parse({ ...form, name, board: name, shown: String(version), parent, ...more }));
}
const tree = async () => (await listStaffBoards(reading(admin))).map(({ slug, level }) => `${level}${slug}`).join(' ');

describe('boards as a tree', () => {
  it('stand three deep at most, never under themselves, and are read in their order', async () => {
    for (const name of ['a', 'b', 'd']) await open(name);
    await open('b1', 'b');
    await open('b11', 'b1');
    expect(await tree()).toBe('0a 0b 1b1 2b11 0d');
    expect(await refusal(open('b111', 'b11'))).toBe('board-too-deep');
    expect(await refusal(put('b', 'a'))).toBe('board-too-deep');
    expect(await refusal(put('b', 'b11'))).toBe('board-cycle');
    expect(await refusal(put('b', 'b'))).toBe('board-cycle');
    expect(await refusal(put('b', 'nowhere'))).toBe('not-found');
    await put('b1', 'd');
    expect(await tree()).toBe('0a 0b 0d 1b1 2b11');
    expect(await refusal(remove(admin, { board: 'd' }))).toBe('board-has-children');
  });

  it('move among those that stand beside them', async () => {
    for (const name of ['a', 'b']) await open(name);
    for (const name of ['b1', 'b2']) await open(name, 'b');
    await move(admin, { board: 'b2', to: 'up' });
    expect(await tree()).toBe('0a 0b 1b2 1b1');
    await move(admin, { board: 'b', to: 'up' });
    expect(await tree()).toBe('0b 1b2 1b1 0a');
    await move(admin, { board: 'b2', to: 'up' });
    expect(await tree()).toBe('0b 1b2 1b1 0a');
  });

  it('are read by no more people than the boards above them, whichever of both is changed', async () => {
    await open('a', '', { reads: 'MEMBERS' });
    expect(await refusal(open('a1', 'a'))).toBe('board-wider-than-parent');
    await open('a1', 'a', { reads: 'MEMBERS:2' });
    expect(await refusal(put('a', '', { reads: 'STAFF' }))).toBe('board-narrower-than-child');
    expect(await refusal(put('a1', 'a', { reads: 'EVERYONE' }))).toBe('board-wider-than-parent');
    await put('a1', 'a', { reads: 'STAFF' });
    await put('a', '', { reads: 'OWNERS' });
  });

  it('put under one another by two staff at once make no ring, in any of several rounds; control: without turns they do', async () => {
    for (const name of ['a', 'b']) await open(name);
    const ids = await db.board.findMany({ orderBy: { slug: 'asc' }, select: { id: true } });
    for (let round = 0; round < 5; round += 1) {
      const ends = await Promise.all([refusal(put('a', 'b')), refusal(put('b', 'a'))]);
      expect(ends.toSorted()).toEqual(['board-cycle', 'done']);
      await db.board.updateMany({ data: { parentId: null } });
    }
    const blind = async (at: number) =>
      db.$transaction(async (tx) => {
        const other = await tx.board.findUniqueOrThrow({ where: { id: ids[1 - at]!.id }, select: { parentId: true } });
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (other.parentId === null)
          await tx.board.update({ where: { id: ids[at]!.id }, data: { parentId: ids[1 - at]!.id } });
      });
    await Promise.all([blind(0), blind(1)]);
    expect(await db.board.count({ where: { parentId: null } })).toBe(0);
  });

  it('name those above them and below them, in no more statements; a narrower one above is not named', async () => {
    await open('a');
    await open('a1', 'a');
    await open('a11', 'a1', { reads: 'STAFF' });
    await makeThread(fan, { ...(await db.board.findUniqueOrThrow({ where: { slug: 'a1' } })) });
    const { result, statements } = await countStatements(() => getBoardPage(reading(guest), { slug: 'a1' }));
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(result?.board.above.map(({ slug }) => slug)).toEqual(['a']);
    expect(result?.children).toEqual([]);
    expect((await getBoardPage(reading(guest), { slug: 'a' }))?.children).toMatchObject([{ slug: 'a1', threads: 1 }]);
    expect((await getBoardPage(reading(admin), { slug: 'a1' }))?.children).toMatchObject([{ slug: 'a11' }]);
    await setReaders((await db.board.findUniqueOrThrow({ where: { slug: 'a' } })).id, 'STAFF');
    expect((await getBoardPage(reading(guest), { slug: 'a1' }))?.board.above).toEqual([]);
    expect((await listBoards(reading(guest))).map(({ slug, level }) => [slug, level])).toEqual([['a1', 0]]);
  });

  it('are listed each once, whatever stands above what', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const parent = fc.constantFrom(null, ...ids, 'gone');
    fc.assert(
      fc.property(fc.tuple(parent, parent, parent, parent, parent), (parents) => {
        const boards = ids.map((id, at) => ({ id, parentId: parents[at]!, rules: [], productId: null }));
        const whole = boards.every((board) => refusalOfPlace(boards, board) === null);
        if (!whole) return;
        expect(
          inTree(boards)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(ids);
      }),
    );
  });
});

describe('an archived board', () => {
  it('is read as before and listed, and takes no thread, reply, vote or edit until it is taken out', async () => {
    const board = await makeBoard();
    const { number, postId } = await makeThread(admin, board);
    const own = await makeReply(fan, number);
    await archive(admin, { board: board.slug, reason: 'Season over' });
    await archive(admin, { board: board.slug, reason: 'Said twice' });
    const acts = [
      () =>
        transact(commands.startThread)(fan, {
          board: board.slug,
          kind: 'DISCUSSION',
          title: 'A title long enough',
          body: 'x',
        }),
      () => transact(commands.reply)(fan, { thread: number, parent: 1, body: 'x' }),
      () => transact(commands.votePost)(fan, { post: postId, on: true }),
      () => transact(commands.editPost)(fan, { post: own.postId, body: 'Other words', reason: '' }),
    ];
    for (const act of acts) expect(await refusal(act())).toBe('board-archived');
    expect(await refusal(transact(commands.reply)(admin, { thread: number, parent: 1, body: 'x' }))).toBe(
      'board-archived',
    );
    expect((await getThreadPage(reading(guest), { number }))?.board.archive?.reason).toBe('Season over');
    expect((await listBoards(reading(guest)))[0]?.archive).not.toBeNull();
    expect((await listBoardsToWrite(reading(admin))).boards).toEqual([]);
    expect(await db.auditEntry.count({ where: { act: 'board.archive', subjectId: board.id } })).toBe(1);
    await unarchive(admin, { board: board.slug });
    for (const act of acts) expect(await refusal(act())).toBe('done');
  });

  it('is made by who may open boards', async () => {
    const board = await makeBoard();
    const mod = await makeMember({ roles: ['MODERATOR'] });
    expect(await refusal(archive(mod, { board: board.slug, reason: '' }))).toBe('forbidden');
    expect(await refusal(unarchive(mod, { board: board.slug }))).toBe('forbidden');
  });
});
