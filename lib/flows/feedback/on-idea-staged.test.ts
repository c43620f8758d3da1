import { describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { mergeIdeas, stageIdea } from '@/lib/feedback/commands';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeOwner, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';

import { react } from '@/lib/server/react';

const stage = transact(stageIdea);
const ids = (people: { id: string }[]) => people.map(({ id }) => id);

async function eventOf(ideaId: string): Promise<string> {
  const event = await db.event.findFirstOrThrow({
    where: { name: 'idea.staged', payload: { path: ['ideaId'], equals: ideaId } },
    orderBy: { at: 'desc' },
  });
  return event.id;
}

const sentFor = async (eventId: string) =>
  db.notification.findMany({ where: { eventId }, select: { memberId: true, kind: true, data: true, path: true } });

describe('telling of a step', () => {
  it('reaches author and 2,000 voters once each, in the app and by mail, however often the worker tries', async () => {
    const pm = await makeProductOwner();
    const fans = await makeFans(2000);
    await db.member.updateMany({ where: { id: { in: ids(fans.slice(0, 700)) } }, data: { locale: 'zh' } });
    await db.member.updateMany({ where: { id: { in: ids(fans.slice(1990)) } }, data: { emailVerifiedAt: null } });
    const idea = await makeIdea(await makeProduct(), { title: 'Case that clicks', voters: ids(fans) });
    await stage(pm, { ideaId: idea.id, to: 'PLANNED', reason: 'After the winter' });
    const event = await eventOf(idea.id);
    await Promise.all([react(event), react(event)]);
    await db.reaction.deleteMany({ where: { eventId: event } });
    await react(event);
    await runJobs(undefined, (name) => name === 'writeNotices');
    expect(await db.notification.groupBy({ by: ['kind'], where: { eventId: event }, _count: true })).toEqual([
      { kind: 'idea.planned', _count: 2001 },
    ]);
    expect(
      await db.mail.groupBy({
        by: ['locale'],
        where: { key: { startsWith: event } },
        _count: true,
        orderBy: { locale: 'asc' },
      }),
    ).toEqual([
      { locale: 'en', _count: 1291 },
      { locale: 'zh', _count: 700 },
    ]);
    const [jobs] = await db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'sendMail'`;
    expect(jobs!.count).toBe(1991);
    const one = await db.mail.findFirstOrThrow({ where: { memberId: fans[0]!.id } });
    expect(one.subject).toContain('Case that clicks');
    expect(one.text).toContain('After the winter');
    expect(one.subject).not.toContain('{');
  }, 120_000);

  it('speaks to the author as the author, and not to whoever did it', async () => {
    const pm = await makeProductOwner();
    const fan = await makeMember();
    const idea = await makeIdea(await makeProduct(), { voters: [fan.id, pm.id] });
    await stage(pm, { ideaId: idea.id, to: 'DECLINED', reason: 'It would leak sound' });
    const event = await eventOf(idea.id);
    await react(event);
    const rows = await sentFor(event);
    expect(
      rows.map(({ memberId, kind, data }) => [memberId, kind, (data as { role: string }).role]).toSorted(),
    ).toEqual(
      [
        [idea.author.id, 'idea.declined', 'author'],
        [fan.id, 'idea.declined', 'voter'],
      ].toSorted(),
    );
    expect(rows[0]).toMatchObject({
      path: `/t/${idea.number}/${idea.slug}`,
      data: { reason: 'It would leak sound', why: 'yes', title: idea.title },
    });
  });

  it('tells both sides of a merge, each member once', async () => {
    const pm = await makeProductOwner();
    const product = await makeProduct();
    const [left, both, right] = await makeFans(3);
    const one = await makeIdea(product, { voters: [left!.id, both!.id] });
    const two = await makeIdea(product, { voters: [both!.id, right!.id] });
    await transact(mergeIdeas)(pm, { ideaId: one.id, intoId: two.id });
    const event = await eventOf(one.id);
    await react(event);
    const rows = await sentFor(event);
    expect(Object.fromEntries(rows.map(({ memberId, kind }) => [memberId, kind]))).toEqual({
      [one.author.id]: 'idea.merged',
      [left!.id]: 'idea.merged',
      [both!.id]: 'idea.merged',
      [two.author.id]: 'idea.joined',
      [right!.id]: 'idea.joined',
    });
    expect(rows).toHaveLength(5);
  });

  it('leaves out voters who may no longer read the board', async () => {
    const pm = await makeProductOwner();
    const product = await makeProduct({ visibility: 'OWNERS' });
    const [owner, former] = [await makeMember(), await makeMember()];
    await makeOwner(product, owner);
    const past = await makeOwner(product, former);
    await db.ownership.update({ where: { id: past.id }, data: { endedAt: new Date() } });
    const idea = await makeIdea(product, { voters: [owner.id, former.id] });
    await stage(pm, { ideaId: idea.id, to: 'ACCEPTED' });
    const event = await eventOf(idea.id);
    await react(event);
    const rows = await sentFor(event);
    // Its author owns none either.
    expect(rows.map(({ memberId }) => memberId)).toEqual([owner.id]);
    expect(rows[0]!.path).toMatch(/^\/inner\/t\//);
  });
});
