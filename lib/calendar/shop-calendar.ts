import { declareSettings } from '@/lib/core/shop-settings';

import { calendarData, firstCalendar } from './choices/calendar';

/** When the shop works. */
export const shopCalendar = declareSettings({
  name: 'calendar',
  schema: calendarData,
  initial: firstCalendar,
  permission: 'calendar.edit',
});
