import { countsTo, declareDashboard } from '@/lib/core/dashboard';
import { env } from '@/lib/core/env';
import { after, minute } from '@/lib/core/time';

/** Mails that do not leave, on the start of the staff pages. */
export const notificationsDashboard = declareDashboard({
  wrong: [
    {
      name: 'mails',
      permission: 'brand.manage',
      // Without a mail server every mail waits in the mailbox of the demo.
      read: async ({ db, now }) =>
        env.SMTP_URL === undefined
          ? 0
          : (
              await db.mail.findMany({
                where: { sentAt: null, createdAt: { lt: after(now, -15 * minute) } },
                select: { id: true },
                take: countsTo,
              })
            ).length,
    },
  ],
});
