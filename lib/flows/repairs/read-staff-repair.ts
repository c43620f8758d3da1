import type { Reading } from '@/lib/core/context';
import { asCrockford } from '@/lib/core/typed';
import { getOwner } from '@/lib/ownership/queries/owned';
import { agreedQuote } from '@/lib/repairs/choices/consent';
import { canBecome, canHandleRepairs, takesParts } from '@/lib/repairs/policy';
import { getRepair } from '@/lib/repairs/queries/staff';
import { workSteps } from '@/lib/repairs/schema';
import { listOpenPlaces } from '@/lib/stock/queries/places';

/** A repair for staff, with which acts are open, whether its owner has it still, and where parts and the unit may lie. */
export async function readStaffRepair(read: Reading, { number }: { number: string }) {
  const found = await getRepair(read, { number: asCrockford(number) });
  if (!found) return null;
  const handle = canHandleRepairs(read.actor);
  const may = (...to: Parameters<typeof canBecome>[1][]) => handle && to.some((each) => canBecome(found.state, each));
  const owner = await getOwner(read, { unitId: found.unitId });
  const can = {
    decide: may('APPROVED'),
    refuse: may('REFUSED'),
    takeIn: may('RECEIVED'),
    diagnose: may('DIAGNOSED'),
    quote: may('QUOTED'),
    work: handle ? workSteps.filter((step) => canBecome(found.state, step)) : [],
    parts: handle && takesParts(found.state),
    handOver: may('HANDED_OVER'),
    close: may('CLOSED') && found.handedBy !== 'KEPT',
  };
  const places = can.takeIn || can.parts ? await listOpenPlaces(read) : [];
  return {
    ...{ found, can, isTheirs: owner === found.memberId, isNobodys: owner === null },
    agreed: agreedQuote(found.quotes),
    places: places.map(({ id, name }) => ({ value: id, label: name })),
  };
}
export type StaffRepairPage = NonNullable<Awaited<ReturnType<typeof readStaffRepair>>>;
