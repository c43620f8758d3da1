import { describe, expect, it } from 'vitest';

import { system } from './actor';
import { inTransaction, transact, type Ctx } from './context';
import { db, pool } from './db';
import { Refused } from './errors';
import { listen } from './listen';
import { collectTags, tagChannel } from './tags';

async function warn(ctx: Ctx, input: { fail?: boolean }): Promise<string> {
  const id = await ctx.emit('member.joined', { memberId: '00000000-0000-7000-8000-000000000001' });
  ctx.touch('home', 'boards');
  if (input.fail) throw new Refused('forbidden');
  return id;
}

const jobsOf = async (eventId: string) =>
  (await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'eventId' = ${eventId}`)
    .length;

describe('a command in its transaction', () => {
  it('writes its event and the job for it in one commit, at the given moment', async () => {
    const now = new Date('2026-02-03T04:05:06.000Z');
    const id = await transact(warn)(system, {}, { now });
    expect(await db.event.findUnique({ where: { id } })).toMatchObject({ name: 'member.joined', at: now });
    expect(await jobsOf(id)).toBe(1);
  });

  it('leaves nothing when it refuses', async () => {
    const before = await db.event.count();
    await expect(transact(warn)(system, { fail: true })).rejects.toThrow('forbidden');
    expect(await db.event.count()).toBe(before);
  });

  it('hands its tags to the action and to every listening process, but only when it commits', async () => {
    const heard: string[][] = [];
    const listener = listen({ [tagChannel]: (payload) => heard.push(JSON.parse(payload) as string[]) });
    await expect
      .poll(
        async () => {
          await db.$executeRaw`SELECT pg_notify(${tagChannel}, '["ready"]')`;
          return heard.length;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    heard.length = 0;
    const taken: string[][] = [];
    const take = (tags: string[]) => void taken.push(tags.toSorted());
    await collectTags(() => transact(warn)(system, { fail: true }).catch(() => undefined), take);
    expect(taken).toEqual([]);
    // Refused after one of its transactions has been committed: that one is seen all the same.
    const half = async () => {
      await transact(warn)(system, {});
      throw new Refused('forbidden');
    };
    await expect(collectTags(half, take)).rejects.toThrow('forbidden');
    expect(taken).toEqual([['boards', 'home']]);
    await expect.poll(() => heard.filter((each) => !each.includes('ready'))).toEqual([['home', 'boards']]);
    await listener.stop();
  });

  it('tries a deadlock again', async () => {
    let tries = 0;
    const result = await inTransaction(system, async (ctx) => {
      tries += 1;
      if (tries < 3) await ctx.db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$`;
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
  });
});

it('keeps a connection on which a statement was refused', async () => {
  await db.$queryRaw`SELECT 1`;
  const before = pool.totalCount;
  await expect(db.$queryRaw`SELECT 1 / 0`).rejects.toMatchObject({ code: '22012' });
  expect([pool.totalCount, pool.idleCount]).toEqual([before, before]);
});
