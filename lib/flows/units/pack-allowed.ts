import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { findRecalled } from '@/lib/recalls/queries/own';
import { packUnits } from '@/lib/units/commands';
import { listPackedIn } from '@/lib/units/queries/packed-in';

type Packing = Parameters<typeof packUnits>[1];

/**
 * Packs units into a parcel, none that an open recall means: one that was not known until it was scanned is among them by now. Refuses what `packUnits`
 * refuses, and with `serial-recalled` (serial).
 */
export async function packAllowed(ctx: Ctx, packing: Packing): Promise<void> {
  await packUnits(ctx, packing);
  const recalled = await findRecalled(ctx, { unitIds: await listPackedIn(ctx, packing) });
  if (recalled) throw new Refused('serial-recalled', 'a recall means it', { field: 'serials', values: recalled });
}
