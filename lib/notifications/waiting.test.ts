import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { memberNotices } from '@/lib/members/notices';
import { react } from '@/lib/server/react';
import { reactions } from '@/lib/server/reactions';
import { turnOff } from '@/tests/support/areas';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { meeting } from '@/tests/support/meeting';

import { notify } from './notify';
import { resumeNotices } from './schedules/resume-waiting';

const usual = reactions['member.joined']!;
const tells: (typeof usual)[string] = (ctx, event) =>
  notify(ctx, memberNotices['member.joined'], event, [
    { memberId: (event.payload as { memberId: string }).memberId, data: {} },
  ]);
beforeEach(truncateAll);
afterEach(async () => {
  reactions['member.joined'] = usual;
  await turnOff();
});

async function makeEvents(count: number): Promise<string[]> {
  const { id: memberId } = await makeMember();
  const ids = [];
  for (let at = 0; at < count; at += 1)
    ids.push(await inTransaction(system, (ctx) => ctx.emit('member.joined', { memberId })));
  await db.$executeRaw`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker._private_jobs`;
  return ids;
}

const waiting = () => db.waitingNotice.count();
const sent = () => db.notification.count({ where: { kind: 'member.joined' } });

describe('a reaction about an area that is off', () => {
  it('waits, keeps nothing of what it did, and runs once when the area is on; the others of its event run at once', async () => {
    const other = vi.fn(async () => undefined);
    const writes: typeof tells = async (ctx, event) => {
      await ctx.db.rateBucket.create({ data: { key: `tried ${event.id}`, count: 1, resetsAt: ctx.now } });
      await tells(ctx, event);
    };
    reactions['member.joined'] = { writes, other };
    const [id] = await makeEvents(1);
    await turnOff('community');
    await react(id!);
    await react(id!);
    const kept = () => db.rateBucket.count({ where: { key: { startsWith: 'tried' } } });
    expect([await waiting(), await sent(), await kept(), other.mock.calls.length]).toEqual([1, 0, 0, 1]);
    expect(await resumeNotices(clock())).toBe(0);
    await turnOff('shop');
    expect(await resumeNotices(clock())).toBe(1);
    await runJobs();
    expect([await waiting(), await sent(), await kept(), other.mock.calls.length]).toEqual([0, 1, 1, 1]);
  });

  it('that finds its area off again waits again', async () => {
    reactions['member.joined'] = { tells };
    const [id] = await makeEvents(1);
    await turnOff('community');
    await react(id!);
    await turnOff();
    await resumeNotices(clock());
    await turnOff('community');
    await runJobs();
    expect([await waiting(), await sent()]).toEqual([1, 0]);
  });

  it('is not put into the queue for an event that concerns nobody', async () => {
    const [id] = await makeEvents(1);
    reactions['member.joined'] = { nobody: (ctx, event) => notify(ctx, memberNotices['member.joined'], event, []) };
    await turnOff('community');
    await react(id!);
    expect(await waiting()).toBe(0);
  });
});

it('the welcome to the boards does not wait: it would be none to who joined long before', async () => {
  const ids = await makeEvents(1);
  await turnOff('community');
  await react(ids[0]!);
  expect([await waiting(), await sent()]).toEqual([0, 0]);
  const [id] = await makeEvents(1);
  await turnOff();
  await react(id!);
  expect(await sent()).toBe(1);
});

describe('of many that wait', () => {
  async function holdMany(count: number): Promise<void> {
    const ids = await makeEvents(count);
    await db.waitingNotice.createMany({ data: ids.map((eventId) => ({ eventId, area: 'community', at: clock() })) });
  }
  const queued = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'react'`;
    return row!.count;
  };

  it('each is taken up once by however many processes sweep', async () => {
    await holdMany(60);
    const taken = await Promise.all(Array.from({ length: 6 }, () => resumeNotices(clock())));
    expect([taken.reduce((sum, each) => sum + each, 0), await queued(), await waiting()]).toEqual([60, 60, 0]);
  });

  it('each is taken up by several where they look first and delete afterwards (control)', async () => {
    await holdMany(60);
    const met = meeting();
    const naively = async () => {
      const due = await db.waitingNotice.findMany();
      await met();
      await db.waitingNotice.deleteMany();
      return due.length;
    };
    const taken = await Promise.all([naively(), naively()]);
    expect(taken).toEqual([60, 60]);
  });
});
