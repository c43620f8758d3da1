import { endInterrupted, planNight } from '@/lib/backups/commands';
import { nightOf } from '@/lib/backups/night';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { env } from '@/lib/core/env';

/** Ends backups whose process died, and has that of the night made where there is a folder for them. */
export async function tendBackups(now: Date, folder = env.BACKUP_DIR): Promise<void> {
  await transact(endInterrupted)(system, undefined, { now });
  if (folder) await transact(planNight)(system, { night: nightOf(now, await shopZone()) }, { now });
}
