import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { after, hour, notOver } from '@/lib/core/time';

import { makeAuthenticatorSecret, openSecret, sealSecret, stepOfCode } from '../authenticator';
import { canModerateMember } from '../policy';
import { recoveryDigest } from '../recovery-codes';
import { refuseUnlessChanging } from '../second-factor-policy';
import { endSessions } from './end-sessions';
import { confirmThis, confirmThisAlone, countFactors, lockFactors, writeCodes } from './factors';

/** Makes the secret of a new authenticator app; it counts once a code of it was typed, within the hour. */
export async function beginAuthenticator(ctx: Ctx): Promise<{ secret: string }> {
  const { id } = refuseUnlessChanging(ctx.actor);
  const secret = makeAuthenticatorSecret();
  const pending = { pending: sealSecret(beginning(ctx.actor), secret), pendingAt: ctx.now };
  await ctx.db.authenticator.upsert({ where: { memberId: id }, create: { memberId: id, ...pending }, update: pending });
  return { secret };
}

/**
 * Puts the new app into the place of the one before, by a code of it, and answers new recovery codes. The session counts as confirmed;
 * every other one has to give a code of the new app.
 */
export async function finishAuthenticator(ctx: Ctx, { code }: { code: string }): Promise<{ codes: string[] }> {
  const { id } = refuseUnlessChanging(ctx.actor);
  await lockFactors(ctx);
  const row = await ctx.db.authenticator.findUnique({ where: { memberId: id } });
  const fresh = row?.pending && row.pendingAt && row.pendingAt > after(ctx.now, -hour) ? row.pending : null;
  if (fresh === null) throw new Refused('factor-begin', 'nothing was begun within the hour');
  const secret = secretOf(beginning(ctx.actor), fresh);
  if (secret === null) throw new Refused('factor-begin', 'another session began it');
  const step = stepOfCode(secret, code, ctx.now);
  if (step === null) throw new Refused('factor-wrong', 'not a code of the new app', { field: 'code' });
  const first = (await countFactors(ctx, id)).all === 0;
  const { count } = await ctx.db.authenticator.updateMany({
    where: { memberId: id, pending: fresh },
    data: { secret: sealSecret(id, secret), pending: null, pendingAt: null, lastStep: step, since: ctx.now },
  });
  allow(count === 1, 'factor-begin');
  await confirmThisAlone(ctx);
  await ctx.emit(first ? 'factor.added' : 'factor.changed', { memberId: id });
  return { codes: await writeCodes(ctx, id) };
}

/** Ten new recovery codes; those before them are void. */
export async function renewRecoveryCodes(ctx: Ctx): Promise<{ codes: string[] }> {
  const { id } = refuseUnlessChanging(ctx.actor);
  await lockFactors(ctx);
  allow((await countFactors(ctx, id)).all > 0, 'factor-begin');
  await ctx.emit('factor.changed', { memberId: id });
  return { codes: await writeCodes(ctx, id) };
}

/** Whether a code of the app, or a recovery code, is right and new; then the session is confirmed, and the code is used up. */
export async function spendFactor(ctx: Ctx, { code }: { code: string }): Promise<boolean> {
  const id = found(idOf(ctx.actor));
  // Without a session there is nothing to confirm, and no code is used up for it.
  allow(ctx.actor.kind === 'member' && ctx.actor.session !== undefined, 'signed-out');
  const right = /^\d{6}$/.test(code) ? await spendAppCode(ctx, id, code) : await spendRecoveryCode(ctx, id, code);
  if (right) await confirmThis(ctx);
  return right;
}

/** Takes a member's second factor away, so that they set up another one; every session of theirs ends. */
export async function resetFactor(ctx: Ctx, { memberId, reason }: { memberId: string; reason: string }): Promise<void> {
  allow(canModerateMember(ctx.actor, { id: memberId, staff: true }));
  await ctx.db.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  const staff = await ctx.db.grant.count({ where: { memberId, ...notOver(ctx.now) } });
  found(await ctx.db.member.findUnique({ where: { id: memberId }, select: { id: true } }));
  const apps = await ctx.db.authenticator.deleteMany({ where: { memberId } });
  const passkeys = await ctx.db.passkey.deleteMany({ where: { memberId } });
  allow(staff > 0 && apps.count + passkeys.count > 0, 'factor-none');
  await ctx.db.passkeyChallenge.deleteMany({ where: { memberId } });
  await ctx.db.recoveryCode.deleteMany({ where: { memberId } });
  await ctx.db.memberSession.deleteMany({ where: { memberId } });
  await endSessions(ctx, { memberId });
  await audit(ctx, { act: 'member.resetFactor', subject: ['member', memberId], reason });
  await ctx.emit('factor.reset', { memberId });
}

// A new app is finished by the session that began it: that one gave the password.
function beginning(actor: Ctx['actor']): string {
  return `${found(idOf(actor))}:${(actor.kind === 'member' && actor.session?.id) || ''}`;
}

function secretOf(owner: string, sealed: string): string | null {
  try {
    return openSecret(owner, sealed);
  } catch {
    return null;
  }
}

// The step is compared and written by one statement: of two who send one code at once, the second finds it used.
async function spendAppCode(ctx: Ctx, memberId: string, code: string): Promise<boolean> {
  const app = await ctx.db.authenticator.findUnique({ where: { memberId }, select: { secret: true } });
  const step = app?.secret ? stepOfCode(openSecret(memberId, app.secret), code, ctx.now) : null;
  if (step === null) return false;
  const { count } = await ctx.db.authenticator.updateMany({
    where: { memberId, secret: app?.secret, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(ctx: Ctx, memberId: string, code: string): Promise<boolean> {
  const { count } = await ctx.db.recoveryCode.updateMany({
    where: { memberId, digest: recoveryDigest(memberId, code), usedAt: null },
    data: { usedAt: ctx.now },
  });
  if (count === 1) await ctx.emit('factor.recovered', { memberId });
  return count === 1;
}
