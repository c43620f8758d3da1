import { areaSettings } from '@/lib/core/area-settings';
import type { Reading } from '@/lib/core/context';
import { readSettings } from '@/lib/core/shop-settings';
import { areasOff, areasOn, siteAreas, standsOn, type SiteArea } from '@/lib/core/site-areas';
import { countKnown } from '@/lib/catalog/queries/count-known';
import { countAnnounced } from '@/lib/drops/queries/count-announced';
import { countPlans } from '@/lib/feedback/queries/count-public';
import { countPublic } from '@/lib/forum/queries/count-public';

/** What is in the areas of the site, in numbers. */
export type AreaCounts = Awaited<ReturnType<typeof countAreas>>;

/** An area as its page of settings shows it: whether it was turned off, by what it is off besides, and what goes with it. */
export type AreaView = { area: SiteArea; turnedOff: boolean; offWith: SiteArea | null; takes: SiteArea[] };

/** Every area with its state, the version of that, and what there is in them. */
export async function readAreas(
  reading: Pick<Reading, 'db' | 'now'>,
): Promise<{ version: number; areas: AreaView[]; counts: AreaCounts }> {
  const { version, off } = await readSettings(areaSettings, reading.db);
  const allOff = areasOff(off);
  const areas = siteAreas.map((area) => {
    const under = standsOn[area];
    return {
      area,
      turnedOff: off.includes(area),
      offWith: under && allOff.includes(under) ? under : null,
      takes: areasOn(area),
    };
  });
  return { version, areas, counts: await countAreas(reading) };
}

async function countAreas(reading: Pick<Reading, 'db' | 'now'>) {
  const [forum, plans, products, drops] = await Promise.all([
    countPublic(reading),
    countPlans(reading),
    countKnown(reading),
    countAnnounced(reading),
  ]);
  return { ...forum, ...plans, products, ...drops };
}
