import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { carryUnits } from '../commands';
import { listLeftovers } from '../queries/list-leftovers';

/** Carries what closed waves have left into their drops' next waves. What an unpaid hold gives back later goes with a later turn. */
export async function carryOver(now: Date): Promise<number> {
  let moved = 0;
  for (const dropId of await listLeftovers(reading(system, now), { limit: 50 })) {
    const units = await inTransaction(system, (ctx) => carryUnits(ctx, { dropId }), { now }).catch(
      (error: unknown) => void log.error({ err: error, dropId }, 'units not carried over'),
    );
    moved += units ?? 0;
  }
  return moved;
}
