import { z } from 'zod';

import { declareNotices, notice, type DataOf, type NoticeIcon } from '@/lib/core/notices';
import { path } from '@/lib/core/paths';

const counted = z.object({ count: z.int() });
const toStaff = (icon: NoticeIcon, ...section: string[]) =>
  notice({ channels: ['app', 'mail'], data: counted, path: () => path('staff', ...section), icon });

/** Notices to staff: how much of something happened, and where it is. */
export const staffNotices = declareNotices({
  'reports.filed': toStaff('moderation', 'reports'),
  'orders.settled': toStaff('order', 'orders'),
  'ideas.posted': toStaff('idea', 'triage'),
  'refunds.refused': toStaff('order', 'orders'),
  'jobs.failed': toStaff('moderation'),
  'webhook.disabled': toStaff('moderation', 'notices'),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof staffNotices> {}
}
