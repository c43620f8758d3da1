import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { lockMember } from './end-pending-codes';
import { takeOver } from './take-over';
import { useCode } from './use-code';

export type Proved = { memberId: string; version: number };

/** Makes the waiting sign-up a member, or gives an imported member or a customer to the person whose address it is. */
export async function confirmSignUp(
  ctx: Ctx,
  { codeId, handle }: { codeId: string; handle?: string },
): Promise<Proved> {
  await lockHolder(ctx, codeId);
  const wish = await useCode(ctx, { codeId, purpose: 'SIGN_UP' });
  const known = await ctx.db.member.findUnique({
    where: { email: wish.email },
    select: { id: true, emailVerifiedAt: true },
  });
  if (known?.emailVerifiedAt) throw new Refused('code-expired', 'address is a member already', { field: 'code' });
  const given = wanted(wish, handle);
  const member = known ? await takeOver(ctx, known.id, given) : await create(ctx, wish.email, given);
  const { id, sessionVersion } = member;
  ctx.touch(`member:${member.handle}`);
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version: sessionVersion };
}

// Whoever takes over a member holds the row first, as who resets its password does: of two codes for one address the second is void.
async function lockHolder(ctx: Ctx, codeId: string): Promise<void> {
  const asked = await ctx.db.emailCode.findUnique({ where: { id: codeId }, select: { email: true } });
  const holder = asked && (await ctx.db.member.findUnique({ where: { email: asked.email }, select: { id: true } }));
  if (holder) await lockMember(ctx, { memberId: holder.id });
}

type Wish = { email: string; name: string | null; handle: string | null; passwordHash: string | null; locale: string };

// The handle may be taken since, and another one given with the code.
function wanted({ name, handle: wished, passwordHash, locale }: Wish, otherHandle?: string) {
  const handle = otherHandle ?? wished ?? '';
  return { handle, name: name ?? handle, passwordHash, locale };
}

// ON CONFLICT DO NOTHING: of two concurrent sign-ups with one handle the second is refused and may choose another.
async function create(ctx: Ctx, email: string, wish: ReturnType<typeof wanted>) {
  const rows = await ctx.db.member.createManyAndReturn({
    data: [{ email, ...wish, emailVerifiedAt: ctx.now, createdAt: ctx.now, lastSeenAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true, sessionVersion: true },
  });
  if (rows[0]) return { ...rows[0], handle: wish.handle };
  const sameAddress = await ctx.db.member.findUnique({ where: { email }, select: { id: true } });
  throw sameAddress
    ? new Refused('code-expired', 'address became a member meanwhile', { field: 'code' })
    : new Refused('handle-taken', 'handle taken meanwhile', { field: 'handle' });
}
