import { beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { passwordFits } from '@/lib/members/password';

import { seedCast } from './cast';
import { newWorld } from './world';

const now = clock();
const world = newWorld(now);

describe('the demo cast', () => {
  beforeAll(() => seedCast(world));

  it.each([
    ['fan', []],
    ['owner', []],
    ['new', []],
    ['mod', ['MODERATOR']],
    ['pm', ['PRODUCT_OWNER']],
    ['ops', ['OPERATIONS']],
    ['agent', ['SUPPORT']],
    ['admin', ['ADMIN']],
  ])('%s@demo.millet can sign in, with roles %j', async (part, roles) => {
    const member = await db.member.findUniqueOrThrow({
      where: { email: `${part}@demo.millet` },
      include: { grants: true },
    });
    expect(member.emailVerifiedAt).not.toBeNull();
    expect(member.grants.map(({ roleKey }) => roleKey)).toEqual(roles);
    expect(await passwordFits(member.passwordHash, 'millet-demo')).toBe(true);
    expect(await passwordFits(member.passwordHash, 'millet-dem0')).toBe(false);
    expect(world.cast[part]?.id).toBe(member.id);
  });

  it('has fans of every trust level and one who is suspended', async () => {
    const levels = await db.member.groupBy({
      by: ['trust'],
      where: { grants: { none: {} } },
      orderBy: { trust: 'asc' },
    });
    expect(levels.map(({ trust }) => trust)).toEqual([0, 1, 2, 3, 4]);
    expect(await db.suspension.count({ where: { liftedAt: null, until: { gt: now } } })).toBe(1);
  });
});
