import { system } from '@/lib/core/actor';
import { reading, transact, type Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { getDropNeeds, listEndedDrops } from '@/lib/drops/queries/stock-needs';
import { lockStock } from '@/lib/drops/sql';
import { settleDrop } from '@/lib/stock/commands';
import { listSuppliedDrops } from '@/lib/stock/queries/supplied-drops';

const atOnce = 100;

/** Gives what drops that are over have left back to what is open; answers how many units moved. One drop that fails does not keep the others. */
export async function settleDrops(now: Date): Promise<number> {
  let moved = 0;
  for (let after: string | undefined; ;) {
    const drops = await listSuppliedDrops(reading(system, now), { limit: atOnce, after });
    // A drop that still runs is not locked for this: its buyers would wait.
    for (const dropId of await listEndedDrops(reading(system, now), { dropIds: drops }))
      moved += await transact(settleStock)(system, { dropId }, { now }).catch((error: unknown) => {
        if (error instanceof Refused) noteShort(dropId, error);
        else log.error({ err: error, dropId }, 'stock of a drop not settled');
        return 0;
      });
    after = drops.at(-1);
    if (drops.length < atOnce) return moved;
  }
}

/** Gives what a drop that is over has left back to what is open, or takes what it owes; answers how many units moved. Refuses with `out-of-stock`. */
export async function settleStock(ctx: Ctx, { dropId }: { dropId: string }): Promise<number> {
  await lockStock(ctx.db, dropId);
  const found = await getDropNeeds(ctx, { dropId });
  return found?.isOver ? settleDrop(ctx, { dropId, needs: found.needs }) : 0;
}

/** Says in the log that a drop owes units that stock has not. */
export const noteShort = (dropId: string, { code }: Refused): void =>
  log.warn({ dropId, code }, 'a drop has sold more than stock has');
