import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeBoard, makeMember, makeReply, makeThread } from '@/tests/support/forum-factories';

import { acceptAnswer, editPost, withdrawPost } from './commands';
import { getPostHistory, getPostSource, getThreadPage } from './queries';

describe('editPost', () => {
  const edit = transact(editPost);

  it('keeps the former words', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const { number, postId } = await makeThread(fan, board, { body: 'first' });
    await edit(fan, { post: postId, body: 'second', title: 'A better title for this', reason: '' });
    const history = await getPostHistory(reading(), { id: postId });
    expect(history?.map(({ html }) => html.trim())).toEqual(['<p>second</p>', '<p>first</p>']);
    expect(await getThreadPage(reading(), { number })).toMatchObject({
      title: 'A better title for this',
      slug: 'a-better-title-for-this',
    });
  });

  it('asks staff for a reason, writes it down, and shows others nothing of what was taken out', async () => {
    const [fan, mod, board] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] }), await makeBoard()];
    const { postId } = await makeThread(fan, board, { body: 'call me at 555' });
    await expect(edit(mod, { post: postId, body: 'call me', reason: '' })).rejects.toMatchObject({
      code: 'reason-needed',
    });
    await edit(mod, { post: postId, body: 'call me', reason: 'Took out a phone number' });
    const seenBy = async (actor: Parameters<typeof reading>[0]) =>
      JSON.stringify(await getPostHistory(reading(actor), { id: postId }));
    expect(await seenBy(guest)).not.toContain('555');
    expect(await seenBy(await makeMember())).not.toContain('555');
    expect(await seenBy(fan)).toContain('555');
    expect(await seenBy(mod)).toContain('555');
    expect(await db.auditEntry.findFirst({ where: { subjectId: postId } })).toMatchObject({
      act: 'post.edit',
      actorId: mod.id,
      reason: 'Took out a phone number',
    });
  });

  it('is nobody else’s business', async () => {
    const [fan, other, board] = [await makeMember(), await makeMember(), await makeBoard()];
    const { postId } = await makeThread(fan, board);
    await expect(edit(other, { post: postId, body: 'mine now', reason: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getPostSource(reading(other), { id: postId })).toBeNull();
    expect(await getPostSource(reading(fan), { id: postId })).toMatchObject({ own: true });
  });
});

describe('withdrawPost', () => {
  it('leaves a quiet place with nothing in it', async () => {
    const [ann, ben, board] = [await makeMember(), await makeMember(), await makeBoard()];
    const { number } = await makeThread(ann, board);
    const { postId } = await makeReply(ben, number, 'I regret this');
    await expect(transact(withdrawPost)(ann, { post: postId })).rejects.toMatchObject({ code: 'forbidden' });
    await transact(withdrawPost)(ben, { post: postId });
    const page = await getThreadPage(reading(), { number });
    expect(page?.posts[1]).toMatchObject({ hidden: 'author', html: '', author: null });
    expect(JSON.stringify(page)).not.toContain('regret');
    expect(JSON.stringify(page)).not.toContain(ben.handle);
    await expect(transact(editPost)(ben, { post: postId, body: 'back', reason: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('acceptAnswer', () => {
  it('marks one reply of a question, by whoever asked or by staff', async () => {
    const [asker, ben, staff, board] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ roles: ['SUPPORT'] }),
      await makeBoard(),
    ];
    const { number, postId } = await makeThread(asker, board, { kind: 'QUESTION' });
    const [one, two] = [await makeReply(ben, number, 'one'), await makeReply(ben, number, 'two')];
    const accept = transact(acceptAnswer);
    await expect(accept(ben, { post: one.postId, on: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(accept(asker, { post: postId, on: true })).rejects.toMatchObject({ code: 'not-an-answer' });
    await accept(asker, { post: one.postId, on: true });
    await accept(staff, { post: two.postId, on: true });
    expect((await getThreadPage(reading(), { number }))?.accepted).toMatchObject({ id: two.postId, name: ben.name });
    await accept(asker, { post: two.postId, on: false });
    expect((await getThreadPage(reading(), { number }))?.accepted).toBeNull();
  });
});
