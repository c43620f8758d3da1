import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { openSince } from '@/lib/core/opening';
import { inLocale } from '@/lib/core/paths';
import { after, minute } from '@/lib/core/time';
import { markTold } from '@/lib/news/commands';
import { makeLinkKey } from '@/lib/news/keys';
import { newsNotices } from '@/lib/news/notices';
import { mail } from '@/lib/notifications/commands';
import { paths } from '@/lib/paths';

const batch = 100;
// Who opened by mistake closes again before anybody is told.
const graceMs = 10 * minute;

/** Mails everybody on the list who was not told yet that the site is open, once it has been for ten minutes; answers how many. */
export async function tellOpened(now: Date): Promise<number> {
  const since = await openSince(reading(system).db);
  if (!since || since > after(now, -graceMs)) return 0;
  let told = 0;
  for (;;) {
    const count = await inTransaction(system, tellSome, { now });
    told += count;
    if (count < batch) return told;
  }
}

async function tellSome(ctx: Ctx): Promise<number> {
  const consents = await markTold(ctx, { most: batch });
  for (const { id, email, locale } of consents) {
    const leave = env.PUBLIC_URL + inLocale(locale as Locale, paths.leaveNews(makeLinkKey('leave', id)));
    const to = { key: `news-opened:${id}`, to: email, locale: locale as Locale };
    await mail(ctx, newsNotices['news.opened'], { ...to, data: { leave } });
  }
  return consents.length;
}
