import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { openSince } from '@/lib/core/opening';
import { isOutage } from '@/lib/core/outage';
import { after, minute } from '@/lib/core/time';
import { markTold } from '@/lib/news/commands';
import { leaveAddress } from '@/lib/news/leave-address';
import { newsNotices } from '@/lib/news/notices';
import { listUntold } from '@/lib/news/queries';
import { mail } from '@/lib/notifications/commands';

const batch = 100;
// Who opened by mistake closes again before anybody is told.
const graceMs = 10 * minute;

/**
 * Mails everybody on the list who was not told yet that the site is open, once it has been for ten minutes; answers how many. One whose
 * mail cannot be written is left out, so that the others get theirs.
 */
export async function tellOpened(now: Date): Promise<number> {
  const ask = reading(system);
  let told = 0;
  for (;;) {
    const since = await openSince(ask.db);
    if (!since || since > after(now, -graceMs)) return told;
    const next = await listUntold(ask, { most: batch });
    for (const { id } of next) told += await tellOne(id, now);
    if (next.length < batch) return told;
  }
}

async function tellOne(id: string, now: Date): Promise<number> {
  try {
    return await inTransaction(system, (ctx) => mailOpened(ctx, id), { now });
  } catch (error) {
    if (isOutage(error)) throw error;
    log.error({ err: error, id }, 'news of the opening not sent to an address');
    await transact(markTold)(system, { id }, { now });
    return 0;
  }
}

async function mailOpened(ctx: Ctx, id: string): Promise<number> {
  const told = await markTold(ctx, { id });
  if (!told) return 0;
  const locale = told.locale as Locale;
  const leave = leaveAddress(locale, id);
  const to = { key: `news-opened:${id}`, to: told.email, locale, leave };
  await mail(ctx, newsNotices['news.opened'], { ...to, data: { leave } });
  return 1;
}
