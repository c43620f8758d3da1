import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';

import { resumeWaiting } from '../waiting';

/** Takes up what waits for areas that are on again; answers how many events. */
export async function resumeNotices(now: Date): Promise<number> {
  return transact(resumeWaiting)(system, undefined, { now });
}
