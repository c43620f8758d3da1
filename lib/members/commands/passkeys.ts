import { randomBytes } from 'node:crypto';

import { memberId as idOf } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { PasskeyPurpose } from '@/lib/core/prisma-client/client';
import { after, minute } from '@/lib/core/time';

import { mostPasskeys } from '../schema';
import { relyingParty } from '../relying-party';
import { canRemoveFactor, mustHaveFactor, refuseUnlessChanging } from '../second-factor-policy';
import { confirmThis, confirmThisAlone, countFactors, lockFactors, writeCodes } from './factors';

/** How long a challenge may be answered. */
export const challengeMs = 5 * minute;

/** Makes what the actor's session is to sign next for a purpose: 256 random bits in base64url. The one before is void. */
export async function challengePasskey(ctx: Ctx, { purpose }: { purpose: PasskeyPurpose }): Promise<string> {
  const { memberId, sessionId } = sessionOf(ctx);
  if (purpose === 'ADD') refuseUnlessChanging(ctx.actor);
  const challenge = randomBytes(32).toString('base64url');
  const made = { memberId, challenge, expiresAt: after(ctx.now, challengeMs) };
  await ctx.db.passkeyChallenge.upsert({
    where: { sessionId_purpose: { sessionId, purpose } },
    create: { sessionId, purpose, ...made },
    update: made,
  });
  return challenge;
}

/**
 * Takes the challenge of the actor's session for a purpose away; null where there is none, or it ran out. It is committed before an
 * answer is looked at, so that a challenge is answered once, rightly or wrongly.
 */
export async function takeChallenge(ctx: Ctx, { purpose }: { purpose: PasskeyPurpose }): Promise<string | null> {
  const { memberId, sessionId } = sessionOf(ctx);
  const asked = await ctx.db.passkeyChallenge.findFirst({ where: { sessionId, purpose, memberId } });
  if (!asked) return null;
  // Of two who answer it at once, the second finds it gone.
  const { count } = await ctx.db.passkeyChallenge.deleteMany({
    where: { sessionId, purpose, challenge: asked.challenge },
  });
  return count === 1 && asked.expiresAt > ctx.now ? asked.challenge : null;
}

/** What is kept of a new passkey. */
export type Credential = {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  syncable: boolean;
  transports: string[];
};

/**
 * Adds a passkey that was verified. The session counts as confirmed, every other one has to confirm again. Answers recovery codes where
 * the member had none yet, which is with the first factor of any kind.
 */
export async function addPasskey(
  ctx: Ctx,
  { name, credential }: { name: string; credential: Credential },
): Promise<{ codes: string[] | null }> {
  const { id: memberId } = refuseUnlessChanging(ctx.actor);
  await lockFactors(ctx);
  const first = (await countFactors(ctx, memberId)).all === 0;
  const kept = await ctx.db.passkey.count({ where: { memberId } });
  allow(kept < mostPasskeys, 'passkey-many', { most: mostPasskeys });
  const written = await ctx.db.passkey.createManyAndReturn({
    data: [{ ...credential, memberId, name, host: relyingParty().host, createdAt: ctx.now }],
    select: { id: true },
    skipDuplicates: true,
  });
  allow(written.length === 1, 'passkey-known');
  await confirmThisAlone(ctx);
  await ctx.emit(first ? 'factor.added' : 'factor.changed', { memberId });
  const codes = await ctx.db.recoveryCode.count({ where: { memberId } });
  return { codes: codes === 0 ? await writeCodes(ctx, memberId) : null };
}

/** Gives a passkey of the actor's own another name. */
export async function renamePasskey(ctx: Ctx, { passkeyId, name }: { passkeyId: string; name: string }): Promise<void> {
  const { id: memberId } = refuseUnlessChanging(ctx.actor);
  const { count } = await ctx.db.passkey.updateMany({ where: { id: passkeyId, memberId }, data: { name } });
  found(count > 0);
}

/**
 * Removes a passkey of the actor's own; every other session has to confirm again. Refuses with factor-last where no factor that works here
 * would be left to who must have one, or who has others left that work at another address alone.
 */
export async function removePasskey(ctx: Ctx, { passkeyId }: { passkeyId: string }): Promise<void> {
  const { id: memberId, permissions } = refuseUnlessChanging(ctx.actor);
  await lockFactors(ctx);
  found(await ctx.db.passkey.findFirst({ where: { id: passkeyId, memberId }, select: { id: true } }));
  const left = await countFactors(ctx, memberId, passkeyId);
  allow(canRemoveFactor(left, mustHaveFactor(permissions)), 'factor-last');
  await ctx.db.passkey.deleteMany({ where: { id: passkeyId, memberId } });
  if (left.all === 0) await ctx.db.recoveryCode.deleteMany({ where: { memberId } });
  await confirmThisAlone(ctx);
  await ctx.emit('factor.changed', { memberId });
}

type Used = { passkeyId: string; before: bigint; counter: number };

/** Confirms the actor's session by a passkey of theirs, and keeps what it counts now; false where it was removed or used meanwhile. */
export async function spendPasskey(ctx: Ctx, { passkeyId, before, counter }: Used): Promise<boolean> {
  const { memberId } = sessionOf(ctx);
  const { count } = await ctx.db.passkey.updateMany({
    where: { id: passkeyId, memberId, counter: before },
    data: { counter, lastUsedAt: ctx.now },
  });
  if (count === 1) await confirmThis(ctx);
  return count === 1;
}

/** Writes down that a passkey of the actor's said a count of uses that is over, as a copy of it would. */
export async function doubtPasskey(ctx: Ctx): Promise<void> {
  await ctx.emit('factor.doubted', { memberId: found(idOf(ctx.actor)) });
}

// Without a session there is nothing to confirm, and nothing that could answer.
function sessionOf(ctx: Ctx): { memberId: string; sessionId: string } {
  const memberId = found(idOf(ctx.actor));
  if (ctx.actor.kind !== 'member' || !ctx.actor.session) throw new Refused('signed-out', 'a session has to ask');
  return { memberId, sessionId: ctx.actor.session.id };
}
