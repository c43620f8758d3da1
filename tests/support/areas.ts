import { areaSettings } from '@/lib/core/area-settings';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { saveSettings } from '@/lib/core/shop-settings';
import type { SiteArea } from '@/lib/core/site-areas';

import { makeMember } from './factories';

/** Has these areas of the site off, and every other on. */
export async function turnOff(...off: SiteArea[]): Promise<void> {
  const admin = await makeMember({ roles: ['ADMIN'] });
  const shown = await db.settingsVersion.count({ where: { name: areaSettings.name } });
  await inTransaction(admin, (ctx) => saveSettings(ctx, areaSettings, { shown, data: { off } }));
}
