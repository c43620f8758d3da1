import { expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { stageIdea } from '@/lib/feedback/commands';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';

import { countNotified } from './count-notified';
import { react } from '@/lib/server/react';

async function staged(hide: boolean) {
  const [pm, author, first, second] = [
    await makeProductOwner(),
    await makeMember(),
    await makeMember(),
    await makeMember(),
  ];
  const idea = await makeIdea(await makeProduct(), { author, voters: [pm.id, first.id, second.id] });
  if (hide) {
    const { id: postId } = await db.post.findFirstOrThrow({ where: { thread: { idea: { id: idea.id } }, number: 1 } });
    await db.hiding.create({ data: { postId, byId: author.id, reason: '', at: clock() } });
  }
  const expected = await countNotified({ db }, { ideaId: idea.id, actorId: pm.id });
  await transact(stageIdea)(pm, { ideaId: idea.id, from: 'NEW', to: 'ACCEPTED', reason: '' });
  const event = await db.event.findFirstOrThrow({
    where: { name: 'idea.staged', payload: { path: ['ideaId'], equals: idea.id } },
  });
  await react(event.id);
  const told = await db.notification.findMany({ where: { eventId: event.id }, select: { memberId: true } });
  const byAuthor = told.some(({ memberId }) => memberId === author.id);
  return { expected, told: { author: byAuthor, voters: told.length - Number(byAuthor) } };
}

it('counts those who are told: the author and the other voters, without whoever decides', async () => {
  const { expected, told } = await staged(false);
  expect(expected).toEqual({ author: true, voters: 2 });
  expect(told).toEqual(expected);
});

it('counts nobody once the idea was withdrawn', async () => {
  const { expected, told } = await staged(true);
  expect(expected).toEqual({ author: false, voters: 0 });
  expect(told).toEqual(expected);
});
