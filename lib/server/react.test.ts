import { afterEach, describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';

import { react } from './react';
import { reactions } from './reactions';

const memberId = '00000000-0000-7000-8000-000000000001';
const emitted = () => inTransaction(system, (ctx) => ctx.emit('member.joined', { memberId }));
const usual = reactions['member.joined']!;

afterEach(() => {
  reactions['member.joined'] = usual;
});

describe('the reactions of an event', () => {
  it('run once each, however often and at how many workers the job runs', async () => {
    const ran = vi.fn(async () => undefined);
    reactions['member.joined'] = { greet: ran };
    const id = await emitted();
    await Promise.all(Array.from({ length: 10 }, () => react(id)));
    await react(id);
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it('do not hold each other up: one that fails is tried again alone', async () => {
    const [steady, shaky] = [vi.fn(async () => undefined), vi.fn()];
    shaky.mockRejectedValueOnce(new Error('not yet')).mockResolvedValue(undefined);
    reactions['member.joined'] = { shaky, steady };
    const id = await emitted();
    await expect(react(id)).rejects.toThrow('not yet');
    await react(id);
    expect([steady.mock.calls.length, shaky.mock.calls.length]).toEqual([1, 2]);
  });

  it('leave no rows of theirs behind when they fail', async () => {
    reactions['member.joined'] = {
      half: async (ctx) => {
        await ctx.db.rateBucket.create({ data: { key: 'half-done', count: 1, resetsAt: ctx.now } });
        throw new Error('broke in the middle');
      },
    };
    await expect(react(await emitted())).rejects.toThrow('broke');
    expect(await db.rateBucket.findUnique({ where: { key: 'half-done' } })).toBeNull();
  });
});
