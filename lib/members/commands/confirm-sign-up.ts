import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { holdByEmail } from './hold-by-email';
import { takeOver } from './take-over';
import { useCode } from './use-code';

export type Proved = { memberId: string; version: number };

/** Makes the waiting sign-up a member, or gives an imported member or a customer to the person whose address it is. */
export async function confirmSignUp(
  ctx: Ctx,
  { codeId, handle }: { codeId: string; handle?: string },
): Promise<Proved> {
  // The row first, as who resets its password does: of two codes for one address the second is void.
  const asked = await ctx.db.emailCode.findUnique({ where: { id: codeId }, select: { email: true } });
  const known = asked && (await holdByEmail(ctx, asked));
  const wish = await useCode(ctx, { codeId, purpose: 'SIGN_UP' });
  if (known?.emailVerifiedAt) throw new Refused('code-expired', 'address is a member already', { field: 'code' });
  const given = wanted(wish, handle);
  const member = known ? await takeOver(ctx, known, given) : await create(ctx, wish.email, given);
  ctx.touch(`member:${member.handle}`);
  await ctx.emit('member.joined', { memberId: member.id });
  return { memberId: member.id, version: member.version };
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
  if (rows[0]) return { id: rows[0].id, version: rows[0].sessionVersion, handle: wish.handle };
  // Who orders as a guest in the same moment makes a customer of the address, which is theirs as any other.
  const meanwhile = await holdByEmail(ctx, { email });
  if (meanwhile && !meanwhile.emailVerifiedAt) return takeOver(ctx, meanwhile, wish);
  throw meanwhile
    ? new Refused('code-expired', 'address became a member meanwhile', { field: 'code' })
    : new Refused('handle-taken', 'handle taken meanwhile', { field: 'handle' });
}
