import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { endPendingCodes } from './end-pending-codes';
import { useCode } from './use-code';

export type Proved = { memberId: string; version: number };

/** Makes the waiting sign-up a member, or gives an imported member to the person whose address it is. */
export async function confirmSignUp(
  ctx: Ctx,
  { codeId, handle }: { codeId: string; handle?: string },
): Promise<Proved> {
  const wish = await useCode(ctx, { codeId, purpose: 'SIGN_UP' });
  const known = await ctx.db.member.findUnique({
    where: { email: wish.email },
    select: { id: true, emailVerifiedAt: true },
  });
  if (known?.emailVerifiedAt) throw new Refused('code-expired', 'address is a member already', { field: 'code' });
  const {
    id,
    handle: taken,
    sessionVersion,
  } = known ? await takeOver(ctx, known.id, wish.passwordHash) : await create(ctx, wish, handle);
  ctx.touch(`member:${taken}`);
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version: sessionVersion };
}

type Wish = { email: string; name: string | null; handle: string | null; passwordHash: string | null; locale: string };

// ON CONFLICT DO NOTHING: of two concurrent sign-ups with one handle the second is refused and may choose another.
async function create(ctx: Ctx, { email, name, handle: wished, passwordHash, locale }: Wish, otherHandle?: string) {
  const handle = otherHandle ?? wished ?? '';
  const rows = await ctx.db.member.createManyAndReturn({
    data: [
      {
        email,
        handle,
        name: name ?? handle,
        passwordHash,
        locale,
        emailVerifiedAt: ctx.now,
        createdAt: ctx.now,
        lastSeenAt: ctx.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, handle: true, sessionVersion: true },
  });
  if (rows[0]) return rows[0];
  const sameAddress = await ctx.db.member.findUnique({ where: { email }, select: { id: true } });
  throw sameAddress
    ? new Refused('code-expired', 'address became a member meanwhile', { field: 'code' })
    : new Refused('handle-taken', 'handle taken meanwhile', { field: 'handle' });
}

/** Gives an imported member to the person whose address it is. */
export async function takeOver(ctx: Ctx, id: string, passwordHash: string | null) {
  await endPendingCodes(ctx, { memberId: id });
  return ctx.db.member.update({
    where: { id },
    data: { passwordHash, emailVerifiedAt: ctx.now, lastSeenAt: ctx.now },
    select: { id: true, handle: true, sessionVersion: true },
  });
}
