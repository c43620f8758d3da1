import { db } from '@/lib/core/db';
import { after, day } from '@/lib/core/time';

/** Deletes codes that were mailed or sent to phones, keys of the set-up page, waiting sign-ups and ended sessions a day after they ran out, invitations after a month, challenges of passkeys, and spent rate buckets. */
export async function deleteExpired(now: Date): Promise<number> {
  const { count } = await db.emailCode.deleteMany({ where: { expiresAt: { lt: after(now, -day) } } });
  await db.phoneCode.deleteMany({ where: { expiresAt: { lt: after(now, -day) } } });
  await db.setupKey.deleteMany({ where: { expiresAt: { lt: after(now, -day) } } });
  await db.invitation.deleteMany({ where: { acceptedAt: null, expiresAt: { lt: after(now, -30 * day) } } });
  await db.rateBucket.deleteMany({ where: { resetsAt: { lt: after(now, -day) } } });
  await db.memberSession.deleteMany({ where: { until: { lt: after(now, -day) } } });
  await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.endedSession.deleteMany({ where: { until: { lt: after(now, -day) } } });
  return count;
}
