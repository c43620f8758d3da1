import type { Ctx } from '@/lib/core/context';
import { after, hour } from '@/lib/core/time';

/** Remembers, to the hour, that a member was here. */
export async function noteSeen(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { memberId }: { memberId: string },
): Promise<void> {
  await db.member.updateMany({
    where: { id: memberId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: after(now, -hour) } }] },
    data: { lastSeenAt: now },
  });
}
