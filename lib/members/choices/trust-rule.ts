/** What a trust level takes; see docs/trust.md. Safe in the browser. */
import { z } from 'zod';

import { whole } from '@/lib/core/whole-number';

const days = whole(0, 3_650);
const count = whole(0, 100_000);

/** The numbers of the rule: level 1 takes the days or the votes, levels 2 and 3 all of theirs. */
export const trustRule = z.object({
  memberDays: days,
  memberVotes: whole(1, 100_000),
  regularDays: days,
  regularPosts: count,
  regularVotes: count,
  trustedDays: days,
  trustedPosts: count,
  trustedVotes: count,
  owningPosts: count,
  owningVotes: count,
  creditedVotes: count,
  calmDays: days,
});
export type TrustRule = z.output<typeof trustRule>;

/** The rule of a shop that has set none. */
export const initialTrustRule: TrustRule = {
  ...{ memberDays: 1, memberVotes: 1 },
  ...{ regularDays: 7, regularPosts: 5, regularVotes: 10 },
  ...{ trustedDays: 30, trustedPosts: 30, trustedVotes: 60 },
  ...{ owningPosts: 5, owningVotes: 10, creditedVotes: 20, calmDays: 30 },
};

const climbing = [
  ['memberDays', 'regularDays'],
  ['regularDays', 'trustedDays'],
  ['regularPosts', 'trustedPosts'],
  ['regularVotes', 'trustedVotes'],
] as const satisfies [keyof TrustRule, keyof TrustRule][];

/** The rule as its form sends it, with the version that it showed: a level takes no less than the one below it. */
export const trustRuleInput = trustRule.extend({ shown: whole(0, 2_000_000_000) }).check(({ value, issues }) => {
  for (const [lower, higher] of climbing)
    if (value[higher] < value[lower])
      issues.push({ code: 'custom', message: 'code:trust-falls', path: [higher], input: value[higher] });
});
