import type { Ctx } from '@/lib/core/context';
import { areaSettings } from '@/lib/core/area-settings';
import { may } from '@/lib/core/actor';
import { allow } from '@/lib/core/errors';
import { readSettings, saveSettings } from '@/lib/core/shop-settings';
import type { SiteArea } from '@/lib/core/site-areas';

/** Turns an area of the site off, or on again; what stands on it follows. Refuses as saveSettings does. */
export async function setArea(
  ctx: Ctx,
  { area, on, shown }: { area: SiteArea; on: boolean; shown: number },
): Promise<void> {
  allow(may(ctx.actor, areaSettings.permission));
  const { off } = await readSettings(areaSettings, ctx.db);
  const others = off.filter((each) => each !== area);
  const act = { act: on ? 'area.turnOn' : 'area.turnOff', subject: ['area', area] as [string, string] };
  await saveSettings(ctx, areaSettings, { shown, data: { off: on ? others : [...others, area] }, act });
}
