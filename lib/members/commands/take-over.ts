import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { Prisma } from '@/lib/core/prisma-client/client';

import { endPendingCodes } from './end-pending-codes';

type Wish = { passwordHash: string | null; handle: string; name: string; locale?: string };
type Taken = { id: string; handle: string; sessionVersion: number };

/**
 * Gives an imported member, or a customer, to the person whose address it is. A customer gets the handle and the name that the person wants,
 * and joins now; an imported member keeps theirs. Refuses with handle-taken where somebody has that handle.
 */
export async function takeOver(ctx: Ctx, id: string, { passwordHash, ...wish }: Wish): Promise<Taken> {
  await endPendingCodes(ctx, { memberId: id });
  const known = found(await ctx.db.member.findUnique({ where: { id }, select: { handle: true } }));
  const joining = known.handle === null ? { ...wish, createdAt: ctx.now } : {};
  const { handle, ...taken } = await ctx.db.member
    .update({
      where: { id },
      data: { ...joining, passwordHash, emailVerifiedAt: ctx.now, lastSeenAt: ctx.now },
      select: { id: true, handle: true, sessionVersion: true },
    })
    .catch(handleTaken);
  return { ...taken, handle: handle ?? wish.handle };
}

// Nothing else of what is written stands once only.
function handleTaken(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new Refused('handle-taken', 'handle taken meanwhile', { field: 'handle' });
  throw error;
}
