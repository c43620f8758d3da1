import { memberId as idOf } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { makeRecoveryCodes, recoveryDigest } from '../recovery-codes';
import { relyingParty } from '../relying-party';
import { holdSession } from './hold-session';
import { noteSession } from './sessions';

/**
 * Keeps the second factors of the actor as they are until the commit: of two changes at once the second waits, and finds what the first
 * made of them. A session that was ended meanwhile is refused with signed-out, one that lost its confirmation with factor-needed.
 */
export async function lockFactors(ctx: Ctx): Promise<void> {
  const memberId = await holdSession(ctx);
  if ((await countFactors(ctx, memberId)).all === 0) return;
  const id = (ctx.actor.kind === 'member' && ctx.actor.session?.id) || undefined;
  const confirmed = id ? await ctx.db.memberSession.count({ where: { id, memberId, confirmedAt: { not: null } } }) : 0;
  allow(confirmed > 0, 'factor-needed');
}

/** How many second factors a member has, and how many of them work at the address that this shop has now; one passkey may be left out. */
export async function countFactors({ db }: Ctx, memberId: string, but?: string) {
  const apps = await db.authenticator.count({ where: { memberId, secret: { not: null } } });
  const passkeys = await db.passkey.findMany({ where: { memberId, id: { not: but } }, select: { host: true } });
  const here = passkeys.filter(({ host }) => host === relyingParty().host);
  return { all: apps + passkeys.length, usable: apps + here.length };
}

/** Confirms the actor's session, and no other one of theirs: whoever has what was changed may be signed in elsewhere. */
export async function confirmThisAlone(ctx: Ctx): Promise<void> {
  await ctx.db.memberSession.updateMany({ where: { memberId: found(idOf(ctx.actor)) }, data: { confirmedAt: null } });
  await confirmThis(ctx);
}

/** Writes down that the actor's session gave its second factor. */
export async function confirmThis(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'member' || !ctx.actor.session) return;
  await noteSession(ctx);
  const { id } = ctx.actor.session;
  await ctx.db.memberSession.updateMany({ where: { id, memberId: ctx.actor.id }, data: { confirmedAt: ctx.now } });
}

/** Ten new recovery codes in the place of those before; only their digests are kept. */
export async function writeCodes(ctx: Ctx, memberId: string): Promise<string[]> {
  const codes = makeRecoveryCodes();
  await ctx.db.recoveryCode.deleteMany({ where: { memberId } });
  await ctx.db.recoveryCode.createMany({
    data: codes.map((code) => ({ memberId, digest: recoveryDigest(memberId, code), madeAt: ctx.now })),
  });
  return codes;
}
