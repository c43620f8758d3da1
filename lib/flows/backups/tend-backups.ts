import { endInterrupted, planNight } from '@/lib/backups/commands';
import { nightOf } from '@/lib/backups/night';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { readMarket } from '@/lib/core/current-market';
import { env } from '@/lib/core/env';
import { zoneOf } from '@/lib/markets/zone';

/** Ends backups whose process died, and has that of the night made where there is a folder for them. */
export async function tendBackups(now: Date, folder = env.BACKUP_DIR): Promise<void> {
  await transact(endInterrupted)(system, undefined, { now });
  if (folder) await transact(planNight)(system, { night: nightOf(now, await quietZone()) }, { now });
}

/** The time zone by which the nights are counted: the market's where one was chosen, else the brand's. */
export async function quietZone(): Promise<string> {
  return zoneOf(await readMarket()) ?? (await readBrand()).timeZone;
}
