'use server';

import { setCalendar } from '@/lib/calendar/commands';
import { calendarInput } from '@/lib/calendar/schema';
import { transact } from '@/lib/core/context';
import { action, staff } from '@/lib/web/action';

export const setCalendarAction = action(calendarInput, staff('calendar.edit'), transact(setCalendar));
