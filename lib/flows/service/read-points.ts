import type { Reading } from '@/lib/core/context';
import { dayInZone } from '@/lib/core/zoned-time';
import { daysApart, windowsOfDays } from '@/lib/calendar/choices/calendar';
import { dayAfter, type WorkingHours } from '@/lib/calendar/choices/working-days';
import { publicDays } from '@/lib/calendar/public-days';
import { listPointFigures } from '@/lib/repairs/queries/of-points';
import { leastRepairs } from '@/lib/service/policy';
import { listPoints, type ListedPoint } from '@/lib/service/queries';

// As far as a page is kept and a point may be closed.
const daysAhead = 60;

/** The service points that everybody is shown, each with when it is open over the next two months, and its figures where five repairs or more say them. */
export async function readPoints(read: Pick<Reading, 'db' | 'now'>) {
  const [points, figures] = await Promise.all([listPoints(read), listPointFigures(read, { least: leastRepairs })]);
  return Promise.all(
    points.map(async ({ week, zone, country, region, closedUntil, ...point }) => ({
      ...point,
      closedUntil: closedUntil?.toISOString() ?? null,
      hours: await hoursOf({ week, zone, country, region }, read.now),
      figures: figures.get(point.id) ?? null,
    })),
  );
}

export type PublicPoint = Awaited<ReturnType<typeof readPoints>>[number];

type Hours = Pick<ListedPoint, 'week' | 'zone' | 'country' | 'region'>;

async function hoursOf({ week, zone, country, region }: Hours, now: Date): Promise<WorkingHours> {
  const today = dayInZone(zone, now);
  const span = { from: dayAfter(today, -1), until: dayAfter(today, daysAhead) };
  const known = country === '' ? [] : await publicDays({ country, region }, span);
  return { zone, week, days: windowsOfDays(week, daysApart({ ranges: [] }, known, span)) };
}
