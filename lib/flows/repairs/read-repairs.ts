import type { Reading } from '@/lib/core/context';
import { returnAddressOf } from '@/lib/core/market';
import { warrantyAt, warrantyOfRepair } from '@/lib/core/warranty';
import { getMarket } from '@/lib/markets/queries';
import { addressLines } from '@/lib/orders/schema';
import { findOwn } from '@/lib/orders/queries';
import { getOwnedUnit, listOwnedOfOrder, type OwnedUnit } from '@/lib/ownership/queries/for-repair';
import type { AskedAs } from '@/lib/repairs/choices/repair-path';
import { keepsFromAsking } from '@/lib/repairs/policy';
import { getOwnRepair, listOfOrder, listOpenUnits, type OpenRepair } from '@/lib/repairs/queries/own';
import { listToBring } from '@/lib/service/queries';
import { canMeet } from '@/lib/units/policy';
import { getWarranty } from '@/lib/units/queries/get-warranty';

/** One repair of whoever asks, a guest by the key of their order, with the address that it is sent to and until when what was done is guaranteed. Null where it is not theirs. */
export async function readOwnRepair(read: Reading, { key, number }: AskedAs & { number: string }) {
  const order = key === undefined ? undefined : await findOwn(read, { key });
  if (order === null) return null;
  const repair = await getOwnRepair(read, { number, orderId: order?.id });
  if (!repair) return null;
  const data = repair.order?.soldIn.data ?? (await getMarket(read));
  const terms = warrantyOfRepair(repair);
  return { repair, sendTo: returnAddressOf(data), guaranteedUntil: terms && warrantyAt(terms, read.now).at };
}
export type OwnRepairPage = NonNullable<Awaited<ReturnType<typeof readOwnRepair>>>;

/** What is asked for a repair with: the unit of whoever asks, its warranty, and where it was sent once. Null where it is not theirs. */
export async function readToAsk(read: Reading, { key, unitId }: AskedAs & { unitId: string }) {
  const order = key === undefined ? undefined : await findOwn(read, { key });
  if (order === null) return null;
  const owned = await getOwnedUnit(read, { unitId, orderId: order?.id });
  if (!owned) return null;
  const open = (await listOpenUnits(read, { unitIds: [unitId] })).get(unitId);
  return {
    ...{ owned, warranty: await getWarranty(read, { unitId }), points: await listToBring(read) },
    // Of another owner's repair nothing is said.
    open: open?.memberId === owned.memberId ? open.number : null,
    can: mayAsk(owned, open),
    // Where the order was sent, line by line, and in which country.
    shipTo: owned.order && {
      lines: addressLines(owned.order)
        .map(({ text }) => text)
        .filter(Boolean),
      country: owned.order.shipCountry,
    },
  };
}
export type ToAsk = NonNullable<Awaited<ReturnType<typeof readToAsk>>>;

/** The repairs of what an order brought, and the units of it that may be repaired. The caller has asked whose order it is. */
export async function readRepairsOfOrder(read: Reading, { orderId }: { orderId: string }) {
  const [rows, owned] = await Promise.all([listOfOrder(read, { orderId }), listOwnedOfOrder(read, { orderId })]);
  const open = await listOpenUnits(read, { unitIds: owned.map(({ unitId }) => unitId) });
  return {
    rows,
    units: owned.filter((each) => mayAsk(each, open.get(each.unitId))).map(({ unitId, unit }) => ({ unitId, ...unit })),
  };
}
export type RepairsOfOrder = Awaited<ReturnType<typeof readRepairsOfOrder>>;

const mayAsk = ({ unit, memberId }: Pick<OwnedUnit, 'unit' | 'memberId'>, open?: OpenRepair): boolean =>
  canMeet(unit.state, 'IN_REPAIR') && !(open && keepsFromAsking(open, memberId));
