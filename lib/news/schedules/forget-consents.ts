import { db } from '@/lib/core/db';
import { after } from '@/lib/core/time';

import { confirmLifeMs, leftLifeMs } from '../life';

/** Deletes what was not confirmed in time, and what was left so long ago that nobody asks for its proof. */
export async function forgetConsents(now: Date): Promise<number> {
  const late = { confirmedAt: null, askedAt: { lt: after(now, -confirmLifeMs) } };
  const old = { leftAt: { lt: after(now, -leftLifeMs) } };
  const { count } = await db.newsConsent.deleteMany({ where: { OR: [late, old] } });
  return count;
}
