import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { listRegisteredWith } from '@/lib/ownership/queries/registered-with';
import { renewUnits } from '@/lib/recalls/commands';

/** Has whoever became the owner of a unit told of the open recalls that mean it, however they came to it: by a parcel, its box, or the owner before. */
export async function warnNewOwner(ctx: Ctx, { payload }: RecordedEvent<'owner.registered'>): Promise<void> {
  const registered = await listRegisteredWith(ctx, payload);
  if (registered) await renewUnits(ctx, registered);
}
