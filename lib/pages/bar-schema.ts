/** What the form of the bar sends. */
import { z } from 'zod';

import { env } from '@/lib/core/env';
import { maybeLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { language, orNothing } from '@/lib/core/pieces';
import { safeLink } from '@/lib/core/sanitize';
import { whole } from '@/lib/core/whole-number';

// Signs that an address writes in percent signs may make it longer than what was typed, and than its column.
const longestLink = 2_048;

const link = maybeLine(2_000).transform((typed, ctx) => {
  if (!typed) return '';
  const safe = safeLink(typed, { origin: env.PUBLIC_URL });
  if (safe && safe.href.length <= longestLink) return safe.href;
  ctx.addIssue({ code: 'custom', message: 'code:bad-url', input: typed });
  return z.NEVER;
});

export const saveBarInput = withMoments(
  ['from', 'until'],
  z
    .object({
      shown: whole(0, 2_000_000_000),
      locale: language,
      text: maybeLine(160),
      textZh: maybeLine(160),
      link,
      from: orNothing(moment.optional()),
      until: orNothing(moment.optional()),
    })
    .check(({ value: { from, until }, issues }) => {
      if (from instanceof Date && until instanceof Date && until <= from)
        issues.push({ code: 'custom', message: 'code:bar-ends-early', path: ['until'], input: until });
    }),
);

export type SaveBar = z.output<typeof saveBarInput>;
