import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import type { Proved } from './confirm-sign-up';
import { markPhoneProved, usePhoneProof } from './phone-codes';
import { isPhoneFresh, lockPhoneHolder, takePhoneFrom, type PhoneHolder } from './phone-holder';

const purpose = 'ENTER';

/**
 * Where a proved number leads: into the account that has it; to a new one; or to the question whose it is, where the account has not proved it
 * for so long that it may be somebody else's by now.
 */
export type Entered = ({ to: 'account' } & EnteredAccount) | { to: 'new' | 'question' };
export type EnteredAccount = Proved & { phone: string };

/** Signs in by a code that was typed rightly. `known` is a browser that the number signed in with before: no new owner of the number has it. */
export async function enterByPhone(ctx: Ctx, { codeId, known }: { codeId: string; known: boolean }): Promise<Entered> {
  const holder = await lockHolderOf(ctx, codeId);
  await markPhoneProved(ctx, { codeId, purpose });
  if (!holder) return { to: 'new' };
  if (!known && !isPhoneFresh(holder, ctx.now)) return { to: 'question' };
  return { to: 'account', ...(await enter(ctx, codeId, holder)) };
}

/**
 * Signs in who says that the account is theirs, though its number was not proved for long. Refuses with phone-old where the account is entered
 * by something else too: then that decides, and not a number that may be another person's.
 */
export async function keepPhone(ctx: Ctx, { codeId }: { codeId: string }): Promise<EnteredAccount> {
  const holder = await lockHolderOf(ctx, codeId);
  if (!holder) throw new Refused('code-expired', 'no account has it any more');
  if (holder.otherWays && !isPhoneFresh(holder, ctx.now)) throw new Refused('phone-old', 'another way decides');
  return enter(ctx, codeId, holder);
}

type Wish = { codeId: string; name: string; handle: string; locale: string };

/**
 * Makes a member of who proved a number that no account has, or that one has which has not proved it for long: that one loses it. Refuses with
 * handle-taken, and with code-expired where the number is somebody's by now.
 */
export async function joinByPhone(ctx: Ctx, { codeId, ...wish }: Wish): Promise<EnteredAccount> {
  const holder = await lockHolderOf(ctx, codeId);
  const { phone } = await usePhoneProof(ctx, { codeId, purpose });
  if (holder && isPhoneFresh(holder, ctx.now)) throw new Refused('code-expired', 'number is a member already');
  if (holder) await takePhoneFrom(ctx, holder);
  const rows = await ctx.db.member.createManyAndReturn({
    data: [{ ...wish, phone, phoneProvedAt: ctx.now, createdAt: ctx.now, lastSeenAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true, sessionVersion: true },
  });
  const member = rows[0] ?? (await refuse(ctx, wish.handle));
  ctx.touch(`member:${wish.handle}`);
  await ctx.emit('member.joined', { memberId: member.id });
  return { memberId: member.id, version: member.sessionVersion, phone };
}

async function refuse(ctx: Ctx, handle: string): Promise<never> {
  const taken = await ctx.db.member.findUnique({ where: { handle }, select: { id: true } });
  throw taken
    ? new Refused('handle-taken', 'handle taken meanwhile', { field: 'handle' })
    : new Refused('code-expired', 'number became a member meanwhile');
}

async function enter(ctx: Ctx, codeId: string, holder: PhoneHolder): Promise<EnteredAccount> {
  const { phone } = await usePhoneProof(ctx, { codeId, purpose });
  await ctx.db.member.update({ where: { id: holder.id }, data: { phoneProvedAt: ctx.now }, select: { id: true } });
  return { memberId: holder.id, version: holder.sessionVersion, phone };
}

// Whoever ends an account's codes holds its row first; so does who uses one.
async function lockHolderOf(ctx: Ctx, codeId: string): Promise<PhoneHolder | null> {
  const asked = await ctx.db.phoneCode.findUnique({ where: { id: codeId }, select: { phone: true } });
  return asked && lockPhoneHolder(ctx, asked.phone);
}
