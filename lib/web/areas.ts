import { cache } from 'react';

import { areaSettings } from '@/lib/core/area-settings';
import { bounded } from '@/lib/core/bounded';
import { readSettings, settingsTag } from '@/lib/core/shop-settings';
import { areasOff, siteAreas, type SiteArea } from '@/lib/core/site-areas';
import { second } from '@/lib/core/time';
import { clearedWithPages, pageGeneration } from '@/lib/server/page-generation';

import { live } from './live';

const known = bounded<readonly SiteArea[]>({
  name: 'areas off for pages',
  holds: 'Which areas of the site are off, for the pages that are made until public data change.',
  count: 1,
  bytes: 1024,
  ttl: 4 * second,
  sizeOf: () => 128,
});
const current = clearedWithPages(known);

/** The areas that are off, read once for all pages; a page that asks is made again when one is turned off or on. */
export const offAreas: () => Promise<readonly SiteArea[]> = cache(() => readForPages());

async function readForPages(): Promise<readonly SiteArea[]> {
  'use cache';
  live(settingsTag(areaSettings));
  return current().get('off') ?? readAnew();
}

// What was begun before public data changed is not kept.
async function readAnew(): Promise<readonly SiteArea[]> {
  const begun = pageGeneration();
  const off = areasOff((await readSettings(areaSettings)).off);
  if (begun === pageGeneration()) current().set('off', off);
  return off;
}

/** Whether pages show each area. */
export async function shownAreas(): Promise<Record<SiteArea, boolean>> {
  const off = await offAreas();
  return Object.fromEntries(siteAreas.map((area) => [area, !off.includes(area)])) as Record<SiteArea, boolean>;
}
