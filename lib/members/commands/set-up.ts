import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { after } from '@/lib/core/time';
import { takeTurns } from '@/lib/core/take-turns';

import { hasAdmin } from '../queries/admins';
import { makeSecretKey } from '../secret-key';
import { requireSetupKey, setupDigest, setupLifeMs } from '../setup-key';
import type { Proved } from './confirm-sign-up';
import { writeGrant } from './change-roles';
import { enrolMember } from './enrol-member';
import { holdByEmail, type Holder } from './hold-by-email';
import { takeOver } from './take-over';

/** Makes the key of the set-up page, which voids those before it; refuses where somebody can sign in as administrator. */
export async function makeSetupKey(ctx: Ctx): Promise<{ key: string; expiresAt: Date }> {
  allow(ctx.actor.kind === 'system');
  // One at a time until the commit, so that of two keys made at once the first is void.
  await takeTurns(ctx.db, 'members.setup');
  allow(!(await hasAdmin(ctx)), 'setup-done');
  const key = makeSecretKey();
  const expiresAt = after(ctx.now, setupLifeMs);
  await ctx.db.setupKey.updateMany({ where: { voidedAt: null, usedAt: null }, data: { voidedAt: ctx.now } });
  const { id } = await ctx.db.setupKey.create({
    data: { digest: setupDigest(key), createdAt: ctx.now, expiresAt },
    select: { id: true },
  });
  await audit(ctx, { act: 'setup.makeKey', subject: ['setupKey', id] });
  return { key, expiresAt };
}

type FirstAdmin = { key: string; name: string; handle: string; email: string; passwordHash: string; locale: string };

/** Makes the first administrator, by the key of the set-up page, which is used up with it. */
export async function makeFirstAdmin(ctx: Ctx, { key, ...member }: FirstAdmin): Promise<Proved> {
  await requireSetupKey(ctx, key);
  // Of two who use it at once the second waits for the first one's commit, and finds it used.
  const { count } = await ctx.db.setupKey.updateMany({
    where: { digest: setupDigest(key), usedAt: null, voidedAt: null },
    data: { usedAt: ctx.now },
  });
  if (count === 0) throw new Refused('setup-used', 'key was used meanwhile', { field: 'key' });
  const holder = await holdByEmail(ctx, member);
  if (holder && holder.handle !== null)
    throw new Refused('setup-known', 'the address has an account', { field: 'email' });
  const { id, version } = holder
    ? await ofCustomer(ctx, holder, member)
    : await enrolMember(ctx, { ...member, confirmed: true, roles: ['ADMIN'] });
  await audit(ctx, { act: 'setup.becomeAdmin', subject: ['member', id] });
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version };
}

// Who sets up a shop that moves in may be among its customers.
async function ofCustomer(ctx: Ctx, customer: Holder, wish: Omit<FirstAdmin, 'key'>) {
  const taken = await takeOver(ctx, customer, wish);
  await writeGrant(ctx, { memberId: taken.id, roleKey: 'ADMIN', until: null, reason: '', grantedById: null });
  return taken;
}
