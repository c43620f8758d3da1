import { cache } from 'react';

import type { DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import { readDeliveryCalendar } from '@/lib/calendar/read-calendar';
import { shopCalendar } from '@/lib/calendar/shop-calendar';
import { reading } from '@/lib/core/context';
import { settingsTag } from '@/lib/core/shop-settings';

import { live } from './live';
import { publicMarket } from './market';

/** When the shop works and carriers drive, for the promises of pages; a page that asks is made again when the calendar is saved. */
export const deliveryCalendar: () => Promise<DeliveryCalendar> = cache(async () =>
  readForPages((await publicMarket()).timeZone),
);

async function readForPages(zone: string): Promise<DeliveryCalendar> {
  'use cache';
  live(settingsTag(shopCalendar));
  return readDeliveryCalendar(reading(), zone);
}
