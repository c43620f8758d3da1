import { z } from 'zod';

import { declareNotices, localized, moment, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const data = z.object({
  /** The order's number, what comes back of it, and the return's own number. */
  ...{ number: z.string(), item: localized, return: z.string() },
  /** When it was asked for, what staff answered, and what goes back. */
  ...{ asked: moment, answer: z.string(), refund: localized },
});

const toBuyer = (required: readonly (keyof z.output<typeof data>)[]) =>
  notice({
    ...{ channels: ['app', 'mail'] as const, data, required, icon: 'order' as const },
    path: ({ number }) => paths.order(number),
  });

/** Notices of this domain, to buyers and staff. */
export const returnsNotices = declareNotices({
  /** The receipt of a withdrawal or a claim, with its moment. */
  'return.asked': toBuyer(['number', 'asked']),
  'return.approved': toBuyer(['number']),
  'return.refused': toBuyer(['number', 'answer']),
  'return.refunded': toBuyer(['number', 'refund']),
  'return.sentBack': toBuyer(['number']),
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
