import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: { setCalendarAction: ['calendar.edit'] },
  commands: { setCalendar: ['calendar.edit'] },
  sample: { shown: 0, week: [[[540, 1_080]], [], [], [], [], [], []], holidays: null, ranges: [] },
  pages: { 'staff/settings/calendar': [{}] },
};
