import { z } from 'zod';

import { declareNotices, localized, moment, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const data = z.object({
  /** The order's number, what comes back of it, the return's own number, and what goes back for it. */
  ...{ number: z.string(), item: localized, return: z.string(), refund: localized },
});
/** When it was asked for, and what staff answered. */
const mailData = z.object({ asked: moment, answer: z.string() });

const toBuyer = (...required: ('number' | 'asked' | 'answer' | 'refund')[]) =>
  notice({
    ...{ channels: ['app', 'mail'] as const, data, mailData, required, icon: 'order' as const },
    path: ({ number }) => paths.order(number),
  });

/** Notices of this domain, to buyers and staff. */
export const returnsNotices = declareNotices({
  /** The receipt of a withdrawal or a claim, with its moment. */
  'return.asked': toBuyer('number', 'asked'),
  'return.approved': toBuyer('number'),
  'return.refused': toBuyer('number', 'answer'),
  'return.refunded': toBuyer('number', 'refund'),
  'return.sentBack': toBuyer('number'),
  /** Others are on their way in place of what came. */
  /** The receipt of a report that something was missing, and that it is on its way. */
  'return.missing': toBuyer('number', 'asked'),
  'return.missingSent': toBuyer('number'),
  'return.replaced': toBuyer('number'),
  'return.toDecide': notice({
    channels: ['app'],
    data: z.object({ number: z.string() }),
    path: ({ number }) => paths.staff('returns', number),
    icon: 'order',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof returnsNotices> {}
}
