import { may, type Actor } from '@/lib/core/actor';
import { setArea as set } from '@/lib/brand/commands';
import type { SetAreaInput } from '@/lib/brand/schema';
import { inTransaction } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { areasOff } from '@/lib/core/site-areas';
import { countAnnounced } from '@/lib/drops/queries/count-announced';

/** Turns an area of the site off, or on again. Drops are not turned off while one of them runs (`area-drops-running`). */
export function setArea(actor: Actor, { area, on, shown }: SetAreaInput): Promise<void> {
  return inTransaction(actor, async (ctx) => {
    allow(may(ctx.actor, 'brand.setAreas'));
    const { running } = !on && areasOff([area]).includes('drops') ? await countAnnounced(ctx) : { running: 0 };
    if (running > 0) throw new Refused('area-drops-running', 'a drop runs', { values: { count: running } });
    await set(ctx, { area, on, shown });
  });
}
