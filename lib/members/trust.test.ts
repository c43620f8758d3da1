import { beforeEach, describe, expect, it } from 'vitest';

import { type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { reason } from '@/tests/support/staff-members';

import { initialTrustRule } from './choices/trust-rule';
import { setTrust } from './commands';
import { raiseTrust } from './sql';

beforeEach(truncateAll);

describe('trust', () => {
  const now = clock();
  async function fanOf(days: number, posts: number, votes: number, trust = 0) {
    const member = await makeMember({ trust, joinedAt: after(now, -days * day) });
    await db.member.update({ where: { id: member.id }, data: { lastSeenAt: now } });
    if (posts > 0) await write(member, posts, votes);
    return member;
  }
  async function write({ id: authorId }: SignedIn, posts: number, votes: number) {
    const board = await db.board.upsert({
      where: { slug: 'talk' },
      create: { slug: 'talk', name: 'Talk', createdAt: now },
      update: {},
    });
    const thread = await db.thread.create({
      data: { boardId: board.id, authorId, kind: 'DISCUSSION', title: 'T', slug: 't', createdAt: now, lastPostAt: now },
    });
    await db.post.createMany({
      data: Array.from({ length: posts }, (_, at) => ({
        threadId: thread.id,
        number: at + 1,
        authorId,
        markdown: 'x',
        html: '<p>x</p>',
        voteCount: at === 0 ? votes : 0,
        createdAt: now,
      })),
    });
    return thread;
  }
  const level = async ({ id }: SignedIn) => (await db.member.findUniqueOrThrow({ where: { id } })).trust;

  it('grows by the published rule', async () => {
    const fresh = await fanOf(0, 0, 0);
    const voted = await fanOf(0, 1, 1);
    const daily = await fanOf(1, 0, 0);
    const regular = await fanOf(7, 5, 10);
    const almost = await fanOf(7, 5, 9);
    const trusted = await fanOf(30, 30, 60);
    await raiseTrust(db, now, initialTrustRule);
    expect(await Promise.all([fresh, voted, daily, almost, regular, trusted].map(level))).toEqual([0, 1, 1, 1, 2, 3]);
  });

  it('counts no hidden posts, and stands still for a month after a suspension', async () => {
    const hidden = await fanOf(7, 5, 10);
    const first = await db.post.findFirstOrThrow({ where: { authorId: hidden.id, number: 1 } });
    await db.hiding.create({ data: { postId: first.id, reason, at: now } });
    const suspended = await fanOf(7, 5, 10);
    await db.suspension.create({
      data: { memberId: suspended.id, reason, at: after(now, -10 * day), until: after(now, -9 * day) },
    });
    const still = await fanOf(7, 5, 10);
    await db.suspension.create({
      data: { memberId: still.id, reason, at: after(now, -60 * day), until: after(now, 30 * day) },
    });
    await raiseTrust(db, now, initialTrustRule);
    expect([await level(hidden), await level(suspended), await level(still)]).toEqual([1, 0, 0]);
  });

  it('is never lowered, and what staff gave stays until they leave it to participation again', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const imported = await fanOf(1, 0, 0, 3);
    const held = await fanOf(30, 30, 60);
    await transact(setTrust)(admin, { memberId: held.id, level: 0, reason });
    await raiseTrust(db, now, initialTrustRule);
    expect([await level(imported), await level(held)]).toEqual([3, 0]);
    await transact(setTrust)(admin, { memberId: held.id, level: null, reason });
    await raiseTrust(db, now, initialTrustRule);
    expect(await level(held)).toBe(3);
  });

  it('grows by the rule that staff have set', async () => {
    const regular = await fanOf(7, 5, 10);
    const early = await fanOf(2, 1, 3);
    const rule = {
      ...initialTrustRule,
      regularDays: 2,
      regularPosts: 1,
      regularVotes: 3,
      memberDays: 2,
      trustedDays: 90,
    };
    await raiseTrust(db, now, { ...rule, regularVotes: 11 });
    expect(await Promise.all([regular, early].map(level))).toEqual([1, 1]);
    await raiseTrust(db, now, rule);
    expect(await Promise.all([regular, early].map(level))).toEqual([2, 2]);
    // A stricter rule takes nothing from anybody.
    await raiseTrust(db, now, initialTrustRule);
    expect(await Promise.all([regular, early].map(level))).toEqual([2, 2]);
  });
});
