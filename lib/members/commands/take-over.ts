import type { Ctx } from '@/lib/core/context';
import { ifTaken } from '@/lib/core/if-taken';

import { endSessions } from './end-sessions';
import type { Holder } from './hold-by-email';

type Wish = { passwordHash: string | null; handle: string; name: string; locale?: string };
type Taken = { id: string; handle: string; version: number };

const noPhone = { phone: null, phoneProvedAt: null };

/**
 * Gives a member whose address nobody has proved to the person whose address it is, and to them alone: what else could enter ends. A customer
 * gets the handle and the name that the person wants, and joins now; whoever has a handle keeps theirs. The caller holds the row
 * (`holdByEmail`). Refuses with handle-taken where somebody has that handle.
 */
export async function takeOver(ctx: Ctx, { id, handle }: Holder, { passwordHash, ...wish }: Wish): Promise<Taken> {
  const { version } = await endSessions(ctx, { memberId: id });
  const joining = handle === null ? { ...wish, createdAt: ctx.now } : {};
  await ctx.db.member
    .update({
      where: { id },
      data: { ...joining, ...noPhone, passwordHash, emailVerifiedAt: ctx.now, lastSeenAt: ctx.now },
      select: { id: true },
    })
    // Nothing else of what is written stands once only.
    .catch(ifTaken('handle-taken', 'handle taken meanwhile', { field: 'handle' }));
  return { id, handle: handle ?? wish.handle, version };
}
