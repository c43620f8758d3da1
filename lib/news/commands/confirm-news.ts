import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { after } from '@/lib/core/time';

import { readLinkKey } from '../keys';
import { confirmLifeMs } from '../life';

/** Puts an address on the list, by a link that was mailed to it; once confirmed it stays so. Refuses with news-over where it is too late. */
export async function confirmNews(ctx: Ctx, { key }: { key: string }): Promise<void> {
  const id = readLinkKey('confirm', key);
  if (!id) throw new Refused('news-over', 'no such link');
  const open = { id, leftAt: null, confirmedAt: null, askedAt: { gt: after(ctx.now, -confirmLifeMs) } };
  const { count } = await ctx.db.newsConsent.updateMany({ where: open, data: { confirmedAt: ctx.now } });
  if (count === 1) return void (await ctx.emit('news.confirmed', { consentId: id }));
  const done = await ctx.db.newsConsent.count({ where: { id, leftAt: null, confirmedAt: { not: null } } });
  if (done === 0) throw new Refused('news-over', 'left, deleted or out of date');
}
