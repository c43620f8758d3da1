import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { closeOldWaitlists } from '../commands';

/** Closes the waiting lists of drops that have been over for a week. */
export async function closeWaitlists(now: Date): Promise<number> {
  return transact(closeOldWaitlists)(system, undefined, { now });
}
