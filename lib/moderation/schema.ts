import { z } from 'zod';

import { maybeLines } from '@/lib/core/fields';
import { orNothing, reason } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import { reportReasons } from './choices';

export { reportReasons, type ReportReason } from './choices';

export const reportPostInput = z.object({ post: z.uuid(), reason: z.enum(reportReasons), note: maybeLines(1000) });
export type ReportPostInput = z.output<typeof reportPostInput>;

export const verdicts = ['hide', 'warn', 'suspend', 'nothing'] as const;
export type Verdict = (typeof verdicts)[number];

/** What staff decide about a reported post; `days` is how long a suspension lasts, without an end when left out. */
export const resolveReportsInput = z.object({
  post: z.uuid(),
  verdict: z.enum(verdicts),
  reason,
  days: orNothing(whole(1, 3650).optional()),
});
export type ResolveReportsInput = z.output<typeof resolveReportsInput>;
