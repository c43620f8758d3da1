import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { makeBoard, makeMember, makeThread } from '@/tests/support/forum-factories';

import { votePost } from './commands';

const vote = transact(votePost);

async function crowd(size: number): Promise<{ fans: SignedIn[]; post: string }> {
  const fans: SignedIn[] = [];
  for (let at = 0; at < size; at++) fans.push(await makeMember());
  const { postId } = await makeThread(await makeMember(), await makeBoard());
  return { fans, post: postId };
}

const counted = async (post: string) => ({
  shown: (await db.post.findUniqueOrThrow({ where: { id: post }, select: { voteCount: true } })).voteCount,
  kept: await db.postVote.count({ where: { postId: post } }),
});

describe('votes', () => {
  it('of fifty at once are all counted, each twice-pressed one once', async () => {
    const { fans, post } = await crowd(50);
    await Promise.all([...fans, ...fans.slice(0, 25)].map((fan) => vote(fan, { post, on: true })));
    expect(await counted(post)).toEqual({ shown: 50, kept: 50 });
    await Promise.all([...fans.slice(0, 20), ...fans.slice(0, 20)].map((fan) => vote(fan, { post, on: false })));
    expect(await counted(post)).toEqual({ shown: 30, kept: 30 });
  });

  it('would be lost without counting in the row (control)', async () => {
    const { fans, post } = await crowd(50);
    await Promise.all(fans.map((fan) => voteUnguarded(fan.id, post)));
    const { shown, kept } = await counted(post);
    expect(kept).toBe(50);
    expect(shown).toBeLessThan(50);
  });

  it('are not for one’s own words', async () => {
    const author = await makeMember();
    const { postId } = await makeThread(author, await makeBoard());
    await expect(vote(author, { post: postId, on: true })).rejects.toMatchObject({ code: 'own-vote' });
    expect(await counted(postId)).toEqual({ shown: 0, kept: 0 });
  });

  it('need a confirmed member', async () => {
    const { postId } = await makeThread(await makeMember(), await makeBoard());
    await expect(vote({ kind: 'guest' }, { post: postId, on: true })).rejects.toMatchObject({ code: 'signed-out' });
    await expect(vote(await makeMember({ confirmed: false }), { post: postId, on: true })).rejects.toMatchObject({
      code: 'unconfirmed',
    });
  });
});

// The same vote, but the count is read first and written back.
async function voteUnguarded(memberId: string, post: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ voteCount: number }>('SELECT "voteCount" FROM "Post" WHERE "id" = $1', [
      post,
    ]);
    await client.query(
      'INSERT INTO "PostVote" ("postId", "memberId", "at") VALUES ($1, $2, now()) ON CONFLICT DO NOTHING',
      [post, memberId],
    );
    await client.query('UPDATE "Post" SET "voteCount" = $2 WHERE "id" = $1', [post, rows[0]!.voteCount + 1]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
