import type { Ctx } from '@/lib/core/context';
import { areaSettings } from '@/lib/core/area-settings';
import { enqueueEach, reactJob } from '@/lib/core/jobs';
import { readSettings } from '@/lib/core/shop-settings';
import { areasOff, type SiteArea } from '@/lib/core/site-areas';

/** How many events are taken up again at once. */
const atOnce = 500;

/** Keeps that an event's notice waits until its area is on again. */
export async function awaitArea(ctx: Ctx, { eventId, area }: { eventId: string; area: SiteArea }): Promise<void> {
  await ctx.db.waitingNotice.createMany({ data: [{ eventId, area, at: ctx.now }], skipDuplicates: true });
}

/**
 * Has the reactions run that wait for areas which are on by now, the oldest first; answers how many events those are. A reaction that
 * finds its area off waits again.
 */
export async function resumeWaiting(ctx: Ctx): Promise<number> {
  const off = areasOff((await readSettings(areaSettings, ctx.db)).off);
  const rows = await ctx.db.$queryRaw<{ eventId: string }[]>`
    DELETE FROM "WaitingNotice" w USING (
      SELECT "eventId", "area" FROM "WaitingNotice" WHERE "area" <> ALL(${off}::text[])
      ORDER BY "eventId" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED) due
    WHERE w."eventId" = due."eventId" AND w."area" = due."area" RETURNING w."eventId"`;
  const eventIds = [...new Set(rows.map(({ eventId }) => eventId))].toSorted();
  await enqueueEach(
    ctx.db,
    reactJob,
    eventIds.map((eventId) => ({ eventId })),
  );
  return eventIds.length;
}
