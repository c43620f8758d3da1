import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { makeBoard, makeMember, makeReply, makeThread } from '@/tests/support/forum-factories';

import { editPost } from './commands';
import { getPostHistory, getPostSource, getThreadPage } from './queries';
import { editPostForm, previewInput, startThreadInput } from './schema';

const edit = transact(editPost);
const start = async (body = 'call me at 555') => {
  const [fan, mod, board] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] }), await makeBoard()];
  const thread = await makeThread(fan, board, { body });
  return { fan, mod, ...thread };
};
const baseFor = async (actor: Parameters<typeof reading>[0], id: string) =>
  (await getPostSource(reading(actor), { id }))!.version;
const wordsOf = async (id: string) =>
  (await db.post.findUniqueOrThrow({ where: { id }, select: { markdown: true } })).markdown;
const editsOf = (postId: string) => db.postRevision.count({ where: { postId } });
const reactToEdits = async (postId: string) => {
  const events = await db.event.findMany({
    where: { name: 'post.edited', payload: { path: ['postId'], equals: postId } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of events) await react(id);
  return events.length;
};

describe('an edit that began from words which were changed since', () => {
  it('does not put back what a moderator took out', async () => {
    const { fan, mod, postId } = await start();
    const base = await baseFor(fan, postId);
    await edit(mod, { post: postId, base, body: 'call me', reason: 'A phone number' });
    await expect(edit(fan, { post: postId, base, body: 'call me at 555, please', reason: '' })).rejects.toMatchObject({
      code: 'post-changed',
    });
    expect(await wordsOf(postId)).toBe('call me');
    await edit(fan, { post: postId, base: await baseFor(fan, postId), body: 'call me, please', reason: '' });
    expect(await wordsOf(postId)).toBe('call me, please');
  });

  it('does not put back a title either', async () => {
    const { fan, mod, postId, number } = await start();
    const base = await baseFor(fan, postId);
    await edit(mod, { post: postId, base, title: 'A title without the number', body: 'call me at 555', reason: 'x' });
    await expect(edit(fan, { post: postId, base, body: 'call me at 556', reason: '' })).rejects.toMatchObject({
      code: 'post-changed',
    });
    expect((await getThreadPage(reading(), { number }))?.title).toBe('A title without the number');
  });

  it('is refused when both come at once; without the version both would be taken', async () => {
    const { fan, mod, postId } = await start();
    const both = (base?: string) =>
      Promise.allSettled([
        edit(fan, { post: postId, base, body: `mine ${base}`, reason: '' }),
        edit(mod, { post: postId, base, body: `theirs ${base}`, reason: 'x' }),
      ]);
    const outcomes = await both(await baseFor(fan, postId));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await both()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('cannot be sent from a form without saying where it began', () => {
    expect(editPostForm.safeParse({ post: '0198c0de-0000-7000-8000-000000000000', body: 'x' }).success).toBe(false);
  });
});

describe('saving without a change', () => {
  it('is no edit, whatever line breaks the form sent', async () => {
    const { fan, mod, postId, number } = await start('first line\n\nsecond line');
    const same = editPostForm.parse({
      post: postId,
      base: await baseFor(fan, postId),
      body: 'first line\r\n\r\nsecond line',
      reason: 'x',
    });
    expect(await edit(fan, same)).toMatchObject({ changed: false });
    expect(await edit(mod, { ...same, title: (await getThreadPage(reading(), { number }))?.title })).toMatchObject({
      changed: false,
    });
    expect(await editsOf(postId)).toBe(0);
    expect(await reactToEdits(postId)).toBe(0);
    expect(await db.auditEntry.count({ where: { subjectId: postId } })).toBe(0);
    expect((await getThreadPage(reading(), { number }))?.posts[0]?.editedAt).toBeNull();
    expect(await getPostHistory(reading(), { id: postId })).toHaveLength(1);
  });
});

describe('what is kept of a text', () => {
  const kept = (body: string) =>
    startThreadInput.parse({ board: 'b', kind: 'DISCUSSION', title: 'A title that is long enough', body }).body;

  it.each([
    ['    const a = 1;\r\n    const b = 2;\r\n', '    const a = 1;\n    const b = 2;'],
    ['\r\n  \r\n  - a\r\n  - b  \r\n\r\n', '  - a\n  - b'],
    ['x\r\ry', 'x\n\ny'],
  ])('%j', (typed, expected) => {
    expect(kept(typed)).toBe(expected);
    expect(previewInput.parse({ body: typed }).body).toBe(expected);
  });

  it('counts a line break once', () => {
    const body = `${'x'.repeat(99)}\r\n`.repeat(199) + 'x'.repeat(99);
    expect(body.length).toBeGreaterThan(20_000);
    expect(kept(body)).toHaveLength(19_999);
  });

  it('shows code at the beginning as code', async () => {
    const { number } = await start(kept('    const a = 1;\n    const b = 2;'));
    expect((await getThreadPage(reading(), { number }))?.posts[0]?.html).toBe(
      '<pre><code>const a = 1;\nconst b = 2;\n</code></pre>\n',
    );
  });

  it('refuses more than can be shown, rather than losing its end', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const { number } = await makeThread(fan, board);
    await expect(makeReply(fan, number, '![](//b)'.repeat(2_200))).rejects.toMatchObject({
      code: 'too-much-markup',
      detail: { field: 'body' },
    });
  });
});

describe('a mention that an edit adds', () => {
  it('is told once, to those who may read it', async () => {
    const { fan, postId } = await start('hello');
    const [ann, ben] = [await makeMember(), await makeMember()];
    await edit(fan, { post: postId, body: `hello @${ann.handle}`, reason: '' });
    await edit(fan, { post: postId, body: 'hello', reason: '' });
    await edit(fan, { post: postId, body: `hello @${ann.handle} @${ben.handle} @${fan.handle}`, reason: '' });
    await reactToEdits(postId);
    await reactToEdits(postId);
    const sent = await db.notification.findMany({
      where: { kind: 'member.mentioned', memberId: { in: [ann.id, ben.id, fan.id] } },
      select: { memberId: true },
    });
    expect(sent.map(({ memberId }) => memberId).toSorted()).toEqual([ann.id, ben.id].toSorted());
  });

  it('is not told where they may not read', async () => {
    const [staff, outsider, board] = [
      await makeMember({ roles: ['ADMIN'] }),
      await makeMember(),
      await makeBoard({ visibility: 'STAFF' }),
    ];
    const { postId } = await makeThread(staff, board, { body: 'hello' });
    await edit(staff, { post: postId, body: `hello @${outsider.handle}`, reason: '' });
    expect(await reactToEdits(postId)).toBe(1);
    expect(await db.notification.count({ where: { memberId: outsider.id } })).toBe(0);
  });
});
