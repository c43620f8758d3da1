import { isMember, type SignedIn } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { forbidden, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { takeTurns } from '@/lib/core/take-turns';
import { notOver } from '@/lib/core/time';

import { digestOf, makeKeyText, startOf } from '../key-text';
import { limits } from '../limits';
import { mostKeys, type MakeKey } from '../schema';
import { scopesFor } from '../scopes';

// Keys that work no more are listed for a while; the audit log knows the others.
const keptDead = 50;

/**
 * Makes a key that may do what is chosen, of what its maker may do; answers it this once, since only its digest is kept. Refuses with
 * too-many-keys, and with bad-date for an end that is over.
 */
export async function makeKey(ctx: Ctx, { name, scopes, until }: MakeKey): Promise<{ key: string }> {
  const maker = keyMaker(ctx);
  const allowed = scopesFor(maker);
  if (!scopes.every((scope) => allowed.includes(scope)))
    throw new Refused('bad-value', 'more than the maker may do', { field: 'scopes' });
  if (until && until <= ctx.now) throw new Refused('bad-date', 'the end is over', { field: 'until' });
  await spend(ctx.db, limits.makeKey, maker.id, ctx.now);
  await takeTurns(ctx.db, 'api.keys');
  const working = { revokedAt: null, ...notOver(ctx.now) };
  if ((await ctx.db.apiKey.count({ where: working })) >= mostKeys)
    throw new Refused('too-many-keys', 'as many keys as there can be', { values: { most: mostKeys } });
  await forgetDead(ctx);
  const key = makeKeyText();
  const { id } = await ctx.db.apiKey.create({
    data: {
      name,
      digest: digestOf(key),
      start: startOf(key),
      scopes: [...new Set(scopes)],
      makerId: maker.id,
      createdAt: ctx.now,
      until: until ?? null,
    },
    select: { id: true },
  });
  await audit(ctx, { act: 'apiKey.make', subject: ['apiKey', id], detail: { name, scopes } });
  return { key };
}

/** Ends a key at once and for ever, whoever made it. Refuses with not-found for one that was revoked. */
export async function revokeKey(ctx: Ctx, { id }: { id: string }): Promise<void> {
  keyMaker(ctx);
  const [key] = await ctx.db.apiKey.updateManyAndReturn({
    where: { id, revokedAt: null },
    data: { revokedAt: ctx.now },
    select: { name: true },
  });
  if (!key) throw new Refused('not-found', 'no such key');
  await audit(ctx, { act: 'apiKey.revoke', subject: ['apiKey', id], detail: { name: key.name } });
}

// A key cannot make keys: who acts by one holds its permissions alone, and this is none of them.
function keyMaker({ actor }: Ctx): SignedIn {
  if (!isMember(actor) || !actor.permissions.includes('api.manageKeys')) throw forbidden();
  return actor;
}

async function forgetDead(ctx: Ctx): Promise<void> {
  const dead = await ctx.db.apiKey.findMany({
    where: { OR: [{ revokedAt: { not: null } }, { until: { lte: ctx.now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: keptDead,
    take: keptDead,
    select: { id: true },
  });
  if (dead.length > 0) await ctx.db.apiKey.deleteMany({ where: { id: { in: dead.map(({ id }) => id) } } });
}
