import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { readLinkKey } from '../keys';

/** Takes an address off the list, by the link that stands in every mail of it; a second time changes nothing. */
export async function leaveNews(ctx: Ctx, { key }: { key: string }): Promise<void> {
  const id = readLinkKey('leave', key);
  if (!id) throw new Refused('news-over', 'no such link');
  await ctx.db.newsConsent.updateMany({ where: { id, leftAt: null }, data: { leftAt: ctx.now } });
}
