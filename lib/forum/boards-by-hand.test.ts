import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeProduct, makeThread } from '@/tests/support/forum-factories';
import { refusal } from '@/tests/support/refusal';
import { withTags } from '@/tests/support/with-tags';

import * as commands from './commands';
import { listBoards } from './queries/list-boards';
import { getBoardPage } from './queries/list-threads';
import { listStaffBoards } from './queries/staff-boards';
import { addBoardInput, changeBoardInput } from './schema';

const [add, change, move, remove] = [
  transact(commands.addBoard),
  transact(commands.changeBoard),
  transact(commands.moveBoard),
  transact(commands.deleteBoard),
] as const;
const form = { name: 'Loud & Clear', reads: 'EVERYONE', starts: 'READERS', replies: 'READERS', productId: '' };
const typed = (more: object = {}) => addBoardInput.parse({ ...form, ...more });
const changed = (board: string, shown: number, more: object = {}) =>
  changeBoardInput.parse({ ...form, board, shown: String(shown), ...more });

let admin: SignedIn;
beforeAll(async () => void (admin = await makeMember({ roles: ['ADMIN'] })));
beforeEach(async () => {
  await db.thread.deleteMany();
  await db.board.deleteMany();
});

describe('boards by hand', () => {
  it('get an address of their name, one after the other, and the last place', async () => {
    const slugs = [];
    for (const name of ['Loud & Clear', 'Loud & Clear', '闲聊', '提问'])
      slugs.push((await add(admin, typed({ name }))).slug);
    expect(slugs).toEqual(['loud-clear', 'loud-clear-2', 'board', 'board-2']);
    expect((await listStaffBoards(reading(admin))).map(({ slug }) => slug)).toEqual(slugs);
  });

  it('are for who may open boards, and about a product that is there', async () => {
    expect(await refusal(add(await makeMember({ roles: ['MODERATOR'] }), typed()))).toBe('forbidden');
    const { id } = await makeProduct();
    expect((await add(admin, typed({ productId: id }))).slug).toBe('loud-clear');
    expect(await refusal(add(admin, typed({ productId: admin.id })))).toBe('not-found');
  });

  it('that are narrowed are gone for guests with the commit, and no cached answer outlives it; others name their own', async () => {
    const { slug } = await add(admin, typed());
    const tagsOf = async (shown: number, more: object) =>
      (await withTags(() => change(admin, changed(slug, shown, more)))).tags;
    expect((await listBoards(reading(guest))).map((each) => each.slug)).toEqual([slug]);
    expect(await tagsOf(1, { reads: 'STAFF', name: 'Back room', nameZh: '内部' })).toContain('everything');
    expect(await listBoards(reading(guest))).toEqual([]);
    const widened = await tagsOf(2, { reads: 'MEMBERS', name: 'Back room', nameZh: '内部' });
    expect([widened.includes('everything'), widened.includes(`board:${slug}`)]).toEqual([false, true]);
    expect(await db.board.findUniqueOrThrow({ where: { slug } })).toMatchObject({
      name: 'Back room',
      nameZh: '内部',
      version: 3,
    });
  });

  it('about a draft name it nowhere; about a product on show they do', async () => {
    const { id } = await makeProduct();
    const { slug } = await add(admin, typed({ productId: id }));
    const named = async () => {
      const page = await getBoardPage(reading(guest), { slug });
      return [page?.board.product?.id, (await listBoards(reading(guest)))[0]?.product?.id];
    };
    expect(await named()).toEqual([id, id]);
    await db.product.update({ where: { id }, data: { status: 'DRAFT' } });
    expect(await named()).toEqual([undefined, undefined]);
  });

  it('take no rules by which somebody could write who cannot read, and no role that is not there', async () => {
    const wrong = (more: object) => refusal(add(admin, typed(more)));
    expect(await wrong({ reads: 'STAFF', replies: 'OWNERS' })).toBe('writers-must-read');
    expect(await wrong({ starts: 'ROLE:NOBODY' })).toBe('not-found');
    expect(await wrong({ reads: 'OWNERS', starts: 'ROLE:SUPPORT', replies: 'OWNERS' })).toBe('done');
    expect(await db.board.count()).toBe(1);
  });

  it('changed by several at one moment take one change; control: without the version all of them write', async () => {
    const { slug } = await add(admin, typed());
    const acts = ['A', 'B', 'C'].map((name) => refusal(change(admin, changed(slug, 1, { name }))));
    expect((await Promise.all(acts)).filter((code) => code === 'board-changed')).toHaveLength(2);
    const blind = ['A', 'B', 'C'].map((name) => db.board.updateMany({ where: { slug }, data: { name } }));
    expect((await Promise.all(blind)).map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('move by a place, many at once without losing one, and stay at the ends', async () => {
    for (const name of ['a', 'b', 'c']) await add(admin, typed({ name }));
    const order = async () => (await listStaffBoards(reading(admin))).map(({ slug }) => slug).join('');
    await move(admin, { board: 'c', to: 'up' });
    expect(await order()).toBe('acb');
    await Promise.all([move(admin, { board: 'a', to: 'down' }), move(admin, { board: 'a', to: 'down' })]);
    expect(await order()).toBe('cba');
    await move(admin, { board: 'c', to: 'up' });
    expect(await order()).toBe('cba');
  });

  it('are deleted while nothing was written on them', async () => {
    const { slug } = await add(admin, typed());
    await remove(admin, { board: slug });
    expect(await refusal(remove(admin, { board: slug }))).toBe('not-found');
    const board = await makeBoard();
    await makeThread(admin, board);
    expect(await refusal(remove(admin, { board: board.slug }))).toBe('board-has-threads');
  });
});
