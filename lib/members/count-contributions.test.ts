import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { hidePost } from '@/lib/forum/commands';
import { makeIdea, makeOrder, makeOwner, makeProduct, makeThread } from '@/tests/support/feedback-factories';
import { makeMember, makeReply } from '@/tests/support/forum-factories';

import { getMemberForStaff } from './queries';

const nothing = { posts: 0, threads: 0, ideaVotes: 0, orders: 0, devices: 0, reports: 0 };

it('counts what a member did in every domain, and devices while they are owned', async () => {
  const [product, fan, other] = [await makeProduct(), await makeMember(), await makeMember()];
  const mod = await makeMember({ roles: ['MODERATOR'] });
  const deedsOf = async ({ handle }: { handle: string }) =>
    (await getMemberForStaff(reading(), { named: handle }))?.deeds;
  expect(await deedsOf(fan)).toEqual(nothing);

  const idea = await makeIdea(product, { voters: [fan.id, other.id] });
  const { postId } = await makeThread(product.board, fan);
  await makeReply(fan, idea.number, 'So would I.');
  await transact(hidePost)(mod, { post: postId, reason: 'Because' });
  await reportPost(fan, { post: idea.postId, reason: 'SPAM', note: '' });
  await makeOrder(product, fan, { state: 'CANCELLED' });
  const past = await makeOwner(product, fan);
  await makeOwner(product, fan);
  await db.ownership.update({ where: { id: past.id }, data: { endedAt: clock() } });

  expect(await deedsOf(fan)).toEqual({ posts: 2, threads: 1, ideaVotes: 1, orders: 3, devices: 1, reports: 1 });
  expect(await deedsOf(other)).toEqual({ ...nothing, ideaVotes: 1 });
});
