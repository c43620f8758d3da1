import { z } from 'zod';

import type { Db } from './db';
import { currentSettings, declareSettings } from './shop-settings';
import { areasOff, siteAreas, type SiteArea } from './site-areas';

/**
 * The areas that staff turned off. A name that this version of the program does not know is passed over, so that the others stay off.
 */
export const areaSettings = declareSettings<{ off: SiteArea[] }>({
  name: 'areas',
  schema: z.object({ off: z.array(z.string()).transform((names) => siteAreas.filter((area) => names.includes(area))) }),
  initial: { off: [] },
  permission: 'brand.setAreas',
});

/** Whether an area is off, by itself or with what it stands on; at most five seconds old in every process. */
export async function isAreaOff(area: SiteArea, from?: Pick<Db, 'settingsVersion'>): Promise<boolean> {
  return areasOff((await currentSettings(areaSettings, from)).off).includes(area);
}
