import { bounded } from '@/lib/core/bounded';
import { networkBudget } from '@/lib/core/network-budget';
import { hour } from '@/lib/core/time';

import { digestOf } from './key-text';
import { limits } from './limits';

const { count, seconds } = limits.wrongKey;

const budget = networkBudget({
  name: 'wrong API keys by network',
  holds: 'How many keys that do not work each client network may still bring.',
  atOnce: count,
  eachSecond: count / seconds,
});
const worked = bounded<boolean>({
  name: 'API keys that worked',
  holds: 'Digests of keys that worked within the hour, which are looked up whatever else their network brings.',
  count: 200,
  bytes: 64 * 1024,
  ttl: hour,
});

/** Whether a key may be looked up: one that worked lately always, others until their network has brought too many that do not. No statement. */
export const mayLookUp = (text: string | null, network: string): boolean =>
  (text !== null && worked.has(digestOf(text))) || budget.spend(network);

/** Notes that a key works: bringing it costs its network nothing. */
export function noteWorking(text: string, network: string): void {
  const digest = digestOf(text);
  if (!worked.has(digest)) budget.give(network);
  worked.set(digest, true);
}
