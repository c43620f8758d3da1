import { z } from 'zod';

import { maybeLines, multiLine } from '@/lib/core/fields';

import { reportReasons } from './choices';

export { reportReasons, type ReportReason } from './choices';

export const reportPostInput = z.object({ post: z.uuid(), reason: z.enum(reportReasons), note: maybeLines(1000) });
export type ReportPostInput = z.output<typeof reportPostInput>;

const why = multiLine(500, 3);

export const verdicts = ['hide', 'warn', 'suspend', 'nothing'] as const;
export type Verdict = (typeof verdicts)[number];

/** What staff decide about a reported post; `days` is how long a suspension lasts, without an end when left out. */
export const resolveReportsInput = z.object({
  post: z.uuid(),
  verdict: z.enum(verdicts),
  reason: why,
  days: z.preprocess(
    (given) => (given === '' ? undefined : given),
    z.coerce.number().int().min(1).max(3650).optional(),
  ),
});
export type ResolveReportsInput = z.output<typeof resolveReportsInput>;
