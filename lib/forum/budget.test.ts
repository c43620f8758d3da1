import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { forumPart } from './viewer';
import { getFeed, getBoardPage, getThreadPage, listBoards, listHiddenPosts } from '@/lib/forum/queries';
import { readReportedPosts } from '@/lib/flows/moderation/read-reported-posts';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { countStatements } from '@/tests/support/database';
import { makeBoard, makeMember, makeOwner, makeProduct, makeReply, makeThread } from '@/tests/support/forum-factories';

import { pinThread } from './commands';

let slug: string;
let number: number;
let fan: SignedIn;
let mod: SignedIn;

beforeAll(async () => {
  const product = await makeProduct();
  const board = await makeBoard({ productId: product.id });
  [fan, mod] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] })];
  await makeOwner(fan, product.id);
  for (let at = 0; at < 8; at++) ({ number } = await makeThread(fan, board, { title: `One of several threads ${at}` }));
  for (let at = 0; at < 6; at++) await makeReply(at % 2 ? fan : mod, number, `@${mod.handle} reply`, Math.max(1, at));
  await transact(pinThread)(mod, { thread: number, on: true, reason: '' });
  const { postId } = await makeReply(fan, number, 'buy this');
  await reportPost(mod, { post: postId, reason: 'SPAM', note: 'x' });
  slug = board.slug;
});

const count = async (work: () => Promise<unknown>) => {
  const { result, statements } = await countStatements(work);
  expect(result).toBeTruthy();
  return statements.length;
};

describe('SQL statements', () => {
  it('of lists are few', async () => {
    expect(await count(() => listBoards(reading()))).toBe(1);
    expect(await count(() => getBoardPage(reading(), { slug }))).toBeLessThanOrEqual(4);
    expect(await count(() => getBoardPage(reading(fan), { slug }))).toBeLessThanOrEqual(5);
    expect(await count(() => getFeed(reading(), { slug }))).toBe(1);
  });

  it('of a thread are few', async () => {
    expect(await count(() => getThreadPage(reading(), { number }))).toBe(2);
    expect(await count(() => getThreadPage(reading(), { number, from: 4 }))).toBeLessThanOrEqual(4);
    expect(await count(() => getThreadPage(reading(fan), { number }))).toBe(3);
  });

  it('of the reader’s part are few', async () => {
    expect(await count(() => forumPart(fan, ['t', String(number), 'x']))).toBeLessThanOrEqual(3);
    expect(await count(() => forumPart(fan, ['boards', slug]))).toBeLessThanOrEqual(3);
    expect(await count(() => forumPart(fan, ['boards']))).toBeLessThanOrEqual(3);
  });

  it('of the reports queue are few', async () => {
    expect(await count(() => readReportedPosts(reading(mod)))).toBeLessThanOrEqual(4);
    expect(await count(() => listHiddenPosts(reading(mod)))).toBe(1);
  });
});
