import { system } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { reading, transact } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { markReminded } from '@/lib/drops/commands';
import { dropNotices } from '@/lib/drops/notices';
import { getOpeningForNotice, listNearWaves } from '@/lib/drops/queries/remind';
import { notifyOf } from '@/lib/notifications/notify-of';

/**
 * Reminds everyone who reserved a quarter of an hour before the opening; answers how many. Several processes may do so at once. While
 * drops are off nobody is, nor marked as reminded, so that they are when drops are on again before it opens.
 */
export async function remindReservers(now: Date): Promise<number> {
  if (await isAreaOff('drops')) return 0;
  let told = 0;
  for (const wave of await listNearWaves(reading(system, now))) {
    for (let batch = -1; batch !== 0; told += batch)
      batch = (await transact(markReminded)(system, wave, { now })).length;
  }
  return told;
}

/** Tells those who reserved that it opens soon. */
export const tellOfOpening = notifyOf(
  dropNotices['reservation.reminded'],
  async (ctx, { payload }: RecordedEvent<'reservation.reminded'>) => {
    const opening = await getOpeningForNotice(ctx, payload);
    if (!opening) return null;
    const { drop, opensAt, members } = opening;
    const data = { title: localizedName(drop), slug: drop.slug, opens: momentUtc(opensAt) };
    return members.map(({ id: memberId }) => ({ memberId, data }));
  },
);
