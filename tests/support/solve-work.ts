import { createHash } from 'node:crypto';

import type { WorkChallenge } from '@/lib/core/proof-of-work';

/** The solution of a proof of work, as a browser sends it: the same search, without waiting for each hash. */
export function solveWork({ algorithm, challenge, salt, signature, maxnumber }: WorkChallenge): string {
  for (let number = 0; number <= maxnumber!; number += 1)
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === challenge)
      return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
  throw new Error('There is no such number');
}
