import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { listGuestOrders } from '@/lib/orders/guest-orders';
import { followMails, takeToNote, tellNext } from '@/lib/recalls/commands';
import { listOpenRecalls } from '@/lib/recalls/queries/for-notice';
import { noteRecalled } from '@/lib/units/commands';

type Open = { id: string; title: string };

// So much of each recall in one run; the rest comes with the next.
const mostRounds = 50;

/**
 * Does what open recalls have waiting, a part at a time and each part in a transaction of its own: writes them into the histories of their units, keeping
 * back those that the shop has, tells owners, and notes which mails were taken. Answers how many parts there were.
 */
export async function workOnRecalls(now: Date): Promise<number> {
  let parts = 0;
  for (const recall of await listOpenRecalls(reading(system, now))) {
    const rounds = [() => noteNext(recall, now), () => tell(recall, now)];
    for (const round of rounds) for (let at = 0; at < mostRounds && (await round()); at += 1) parts += 1;
  }
  while ((await transact(followMails)(system, undefined as never, { now })) === 100) parts += 1;
  return parts;
}

function noteNext({ id: recallId, title }: Open, now: Date): Promise<boolean> {
  return inTransaction(
    system,
    async (ctx) => {
      const units = await takeToNote(ctx, { recallId });
      const atShop = new Set(units.filter((unit) => unit.atShop).map(({ unitId }) => unitId));
      if (units.length > 0)
        await noteRecalled(ctx, { unitIds: units.map(({ unitId }) => unitId), note: title, atShop });
      return units.length > 0;
    },
    { now },
  );
}

function tell({ id: recallId }: Open, now: Date): Promise<boolean> {
  return inTransaction(
    system,
    (ctx) => tellNext(ctx, { recallId, guests: (orderIds) => listGuestOrders(ctx, { orderIds }) }),
    { now },
  );
}
