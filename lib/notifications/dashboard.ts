import { countsTo, declareDashboard } from '@/lib/core/dashboard';
import { after, minute } from '@/lib/core/time';

/** Mails that do not leave, on the start of the staff pages. */
export const notificationsDashboard = declareDashboard({
  wrong: [
    {
      name: 'mails',
      permission: 'brand.manage',
      read: async ({ db, now }) =>
        (
          await db.mail.findMany({
            where: { sentAt: null, createdAt: { lt: after(now, -15 * minute) } },
            select: { id: true },
            take: countsTo,
          })
        ).length,
    },
  ],
});
