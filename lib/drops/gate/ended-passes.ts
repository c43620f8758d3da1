import { bounded } from '@/lib/core/bounded';
import { minute, second, steadyClock } from '@/lib/core/time';

import type { Pass } from './pass';

/** How long a pass is good for, in milliseconds. */
export const passLifeMs = 120 * second;

const ended = bounded<number>({
  name: 'ended passes',
  holds: 'Members whose sessions were ended in the last minutes, and when: passes given before are no longer good.',
  count: 20_000,
  bytes: 4 * 1024 * 1024,
  ttl: passLifeMs + minute,
});

/** Ends the passes that a member was given so far. */
export function endPasses(memberId: string): void {
  ended.set(memberId, steadyClock().getTime());
}

/** Whether a pass was given before its member's sessions were ended. */
export function isEnded({ memberId, until }: Pass): boolean {
  return ended.size > 0 && until - passLifeMs <= (ended.get(memberId) ?? 0);
}
