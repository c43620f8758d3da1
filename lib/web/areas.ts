import { cache } from 'react';

import { areaSettings } from '@/lib/core/area-settings';
import { readSettings, settingsTag } from '@/lib/core/shop-settings';
import { areasOff, siteAreas, type SiteArea } from '@/lib/core/site-areas';

import { live } from './live';

/** The areas that are off, read once for all pages; a page that asks is made again when one is turned off or on. */
export const offAreas: () => Promise<readonly SiteArea[]> = cache(() => readForPages());

async function readForPages(): Promise<readonly SiteArea[]> {
  'use cache';
  live(settingsTag(areaSettings));
  return areasOff((await readSettings(areaSettings)).off);
}

/** Whether pages show each area. */
export async function shownAreas(): Promise<Record<SiteArea, boolean>> {
  const off = await offAreas();
  return Object.fromEntries(siteAreas.map((area) => [area, !off.includes(area)])) as Record<SiteArea, boolean>;
}
