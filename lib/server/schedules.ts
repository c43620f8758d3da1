import { log } from '@/lib/core/log';
import { steadyClock, hour, minute, second } from '@/lib/core/time';

import { pollPayments } from '@/lib/flows/orders/ask-gateway';
import { askOwners } from '@/lib/flows/ownership/ask-owners';
import { carryOver } from '@/lib/drops/schedules/carry-over';
import { decideDueWaves } from '@/lib/drops/schedules/decide-waves';
import { expireHolds } from '@/lib/flows/drops/expire-holds';
import { forgetCodes } from '@/lib/members/schedules/forget-codes';
import { remindReservers } from '@/lib/flows/drops/remind-reservers';
import { closeWaitlists } from '@/lib/drops/schedules/close-waitlists';
import { raiseTrust } from '@/lib/members/schedules/raise-trust';
import { followRefunds } from '@/lib/flows/orders/sync-returns';
import { settleForgotten } from '@/lib/flows/orders/take-notice';

export type Sweep = { name: string; everyMs: number; run: (now: Date) => Promise<unknown> };

/** What is looked at again and again: each finds its rows by time and may run in several processes at once. */
export const sweeps: readonly Sweep[] = [
  { name: 'decide-waves', everyMs: second, run: decideDueWaves },
  { name: 'expire-holds', everyMs: 3 * second, run: expireHolds },
  { name: 'carry-over', everyMs: 5 * second, run: carryOver },
  { name: 'poll-payments', everyMs: 20 * second, run: pollPayments },
  { name: 'follow-refunds', everyMs: 5 * minute, run: followRefunds },
  { name: 'forgotten-notices', everyMs: minute, run: settleForgotten },
  { name: 'remind-reservers', everyMs: 30 * second, run: remindReservers },
  { name: 'close-waitlists', everyMs: hour, run: closeWaitlists },
  { name: 'raise-trust', everyMs: hour, run: raiseTrust },
  { name: 'forget-codes', everyMs: hour, run: forgetCodes },
  { name: 'ask-owners', everyMs: minute, run: askOwners },
];

/** Starts every sweep's own rhythm; one that fails is logged and runs again at its next turn, one that is still at work skips a turn. */
export function startSweeps(): { stop(): Promise<void> } {
  const running = new Map<string, Promise<unknown>>();
  const timers = sweeps.map((sweep) => {
    const turn = () => {
      if (running.has(sweep.name)) return;
      const done = sweep
        .run(steadyClock())
        .catch((error: unknown) => log.error({ err: error, sweep: sweep.name }, 'sweep failed'))
        .finally(() => running.delete(sweep.name));
      running.set(sweep.name, done);
    };
    return setInterval(turn, sweep.everyMs ?? minute);
  });
  return {
    stop: async () => {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled([...running.values()]);
    },
  };
}
